import { useQuery } from '@tanstack/react-query';
import { Alert, Descriptions, Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Custody, CustodyEntry } from '@/api/carriers';
import { isProblem } from '@/shared/api/problem';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { Instant } from '@/shared/ui/Instant';
import { QueryView } from '@/shared/ui/QueryView';
import { StateTag } from '@/shared/ui/StateTag';
import { custodyQuery } from '../api/get-custody';

function Move({ entry }: { entry: CustodyEntry }) {
  const label = useCodeLabel();
  return (
    <div className="tg-history-entry">
      <div>
        <StateTag family="custodyState" code={entry.state} /> {label('reason', entry.reason)}
      </div>
      <Typography.Text type="secondary">
        <Instant value={entry.at} />
        {` · ${[entry.portalCode, entry.actor].filter(Boolean).join(' · ')}`}
      </Typography.Text>
    </div>
  );
}

const placeOf = ({ place }: Custody) =>
  [place.cabinetCode, place.roomCode, place.portalCode].filter(Boolean).join(' · ');

/** Where the carrier registry says the device is. It follows the ledger within moments, so "not yet" is a normal answer. */
export function DeviceCustody({ id }: { id: string }) {
  const { t } = useTranslation();
  const custody = useQuery(custodyQuery(id));
  if (isProblem(custody.error) && custody.error.status === 404) {
    return <Alert type="info" showIcon title={t('devices.custody.pending')} />;
  }
  return (
    <QueryView query={custody}>
      {(item) => (
        <>
          <Descriptions
            size="small"
            column={1}
            items={[
              {
                key: 'state',
                label: t('devices.custody.state'),
                children: <StateTag family="custodyState" code={item.state} />,
              },
              { key: 'cabinet', label: t('devices.custody.place'), children: placeOf(item) || t('common.none') },
              { key: 'keeper', label: t('devices.field.keeper'), children: item.keeperNo },
              {
                key: 'permit',
                label: t('devices.custody.permit'),
                children: item.permit ? (
                  <Link to={`/permits/${item.permit.id}`}>{item.permit.permitNo}</Link>
                ) : (
                  t('common.none')
                ),
              },
              { key: 'since', label: t('devices.custody.since'), children: <Instant value={item.since} /> },
            ]}
          />
          <Timeline
            className="tg-timeline"
            items={item.history.map((entry, index) => ({
              key: `${entry.at}/${index}`,
              content: <Move entry={entry} />,
            }))}
          />
        </>
      )}
    </QueryView>
  );
}
