import { Tag } from 'antd';
import { type CodeFamily, useCodeLabel } from '@/shared/i18n/use-code-label';

const colors: Record<string, string> = {
  IN_USE: 'green',
  IN_REPAIR: 'gold',
  SCRAPPED: 'default',
  IN_PLACE: 'green',
  OUT_UNDER_PERMIT: 'blue',
  MISSING: 'red',
  DISPOSED: 'default',
  DESTROYED: 'default',
  PENDING: 'gold',
  ACTIVE: 'green',
  REJECTED: 'red',
  REVOKED: 'volcano',
  EXPIRED: 'default',
  CLOSED: 'default',
  OPEN: 'red',
  ACKNOWLEDGED: 'gold',
  ALARM: 'red',
  ALLOW: 'green',
  RECORD: 'default',
};

interface StateTagProps {
  family: CodeFamily;
  code: string | null | undefined;
}

export function StateTag({ family, code }: StateTagProps) {
  const label = useCodeLabel();
  return code ? <Tag color={colors[code] ?? 'default'}>{label(family, code)}</Tag> : null;
}
