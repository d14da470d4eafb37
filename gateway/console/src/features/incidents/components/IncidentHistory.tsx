import { Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IncidentDetail } from '@/api/incidents';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { Instant } from '@/shared/ui/Instant';

export function IncidentHistory({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  return (
    <Timeline
      aria-label={t('incidents.section.history')}
      items={incident.history.map((entry, index) => ({
        key: `${entry.at}/${index}`,
        content: (
          <div className="tg-history-entry">
            <strong>{label('incidentEvent', entry.what)}</strong> {entry.by}
            {entry.comment && <div className="tg-quote">{entry.comment}</div>}
            <div>
              <Typography.Text type="secondary">
                <Instant value={entry.at} />
              </Typography.Text>
            </div>
          </div>
        ),
      }))}
    />
  );
}
