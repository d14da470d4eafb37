import { Empty, Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PermitDecision } from '@/api/carriers';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { Instant } from '@/shared/ui/Instant';

function Entry({ decision }: { decision: PermitDecision }) {
  const label = useCodeLabel();
  return (
    <div className="tg-history-entry">
      <div>
        <strong>{label('decision', decision.decision)}</strong> {decision.by}{' '}
        <Typography.Text type="secondary">{label('role', decision.role)}</Typography.Text>
      </div>
      {decision.comment && <div className="tg-quote">{decision.comment}</div>}
      <Typography.Text type="secondary">
        <Instant value={decision.at} />
      </Typography.Text>
    </div>
  );
}

export function PermitDecisions({ decisions }: { decisions: PermitDecision[] }) {
  const { t } = useTranslation();
  if (decisions.length === 0) return <Empty description={t('permits.decisions.none')} />;
  return (
    <Timeline
      items={decisions.map((decision) => ({
        key: `${decision.by}/${decision.at}`,
        color: decision.decision === 'APPROVE' ? 'green' : 'red',
        content: <Entry decision={decision} />,
      }))}
    />
  );
}
