import { Tag } from 'antd';
import { useCodeLabel } from '@/shared/i18n/use-code-label';

const colors: Record<string, string> = {
  TOP_SECRET: 'red',
  SECRET: 'volcano',
  CONFIDENTIAL: 'gold',
  INTERNAL: 'blue',
  UNCLASSIFIED: 'default',
};

export function LevelTag({ level }: { level: string | null | undefined }) {
  const label = useCodeLabel();
  return level ? <Tag color={colors[level] ?? 'default'}>{label('level', level)}</Tag> : null;
}
