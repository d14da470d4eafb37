import { Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IncidentDetail } from '@/api/incidents';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { Instant } from '@/shared/ui/Instant';

interface Entry {
  at: string;
  actor?: string | null;
  state?: string | null;
  comment?: string | null;
}

/** Without a recorded history, what the incident itself says of its detection and acknowledgement. */
function entriesOf(incident: IncidentDetail): Entry[] {
  if (incident.history?.length) {
    return incident.history.map((entry) => ({ ...entry, state: entry.state ?? entry.type }));
  }
  const { acknowledgedAt, acknowledgedBy, comment } = incident;
  return [
    { at: incident.detectedAt, state: 'OPEN' },
    ...(acknowledgedAt ? [{ at: acknowledgedAt, actor: acknowledgedBy, state: 'ACKNOWLEDGED', comment }] : []),
  ];
}

export function IncidentHistory({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  return (
    <Timeline
      aria-label={t('incidents.section.history')}
      items={entriesOf(incident).map((entry, index) => ({
        key: `${entry.at}/${index}`,
        content: (
          <div className="tg-history-entry">
            <strong>{label('incidentState', entry.state)}</strong> {entry.actor}
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
