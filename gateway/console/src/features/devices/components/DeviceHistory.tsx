import { useQuery } from '@tanstack/react-query';
import { Empty, Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeviceHistoryEntry } from '@/api/devices';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { Instant } from '@/shared/ui/Instant';
import { QueryView } from '@/shared/ui/QueryView';
import { deviceHistoryQuery } from '../api/get-device-history';

function Entry({ entry }: { entry: DeviceHistoryEntry }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const fields = entry.changedFields.map((field) => label('deviceField', field));
  return (
    <div className="tg-history-entry">
      <div>
        <strong>{label('eventType', entry.type)}</strong>{' '}
        <Typography.Text type="secondary">{t('devices.history.by', { actor: entry.actor })}</Typography.Text>
      </div>
      {fields.length > 0 && <div>{t('devices.history.fields', { fields: fields.join(', ') })}</div>}
      {entry.reason && <div className="tg-quote">{entry.reason}</div>}
      <Typography.Text type="secondary">
        <Instant value={entry.at} /> {t('devices.history.version', { version: entry.version })}
      </Typography.Text>
    </div>
  );
}

export function DeviceHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  const history = useQuery(deviceHistoryQuery(id));
  return (
    <QueryView query={history}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty description={t('devices.history.empty')} />
        ) : (
          <Timeline
            items={items.map((entry) => ({ key: `${entry.version}/${entry.at}`, content: <Entry entry={entry} /> }))}
          />
        )
      }
    </QueryView>
  );
}
