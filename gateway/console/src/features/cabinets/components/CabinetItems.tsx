import { useQuery } from '@tanstack/react-query';
import { Alert, Empty, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type CabinetItem, type CabinetContents } from '@/api/facilities';
import { LEVELS } from '@/api/common';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { useMay } from '@/shared/session/session-context';
import { Instant } from '@/shared/ui/Instant';
import { LevelTag } from '@/shared/ui/LevelTag';
import { QueryView } from '@/shared/ui/QueryView';
import { StateTag } from '@/shared/ui/StateTag';
import { cabinetContentsQuery } from '../api/get-cabinet-contents';

/** What one should find on opening the cabinet, and where the rest is. */
function Presence({ item }: { item: CabinetItem }) {
  const { t } = useTranslation();
  if (!item.expected) return <StateTag family="custodyState" code={item.state} />;
  return <Tag color="green">{t('cabinets.presence.expected')}</Tag>;
}

function Summary({ contents }: { contents: CabinetContents }) {
  const { t } = useTranslation();
  const { cabinet, items } = contents;
  const tooHigh = items.filter((item) => LEVELS.indexOf(item.level) > LEVELS.indexOf(cabinet.maxLevel)).length;
  return (
    <>
      {tooHigh > 0 && (
        <Alert type="error" showIcon className="tg-problem" title={t('cabinets.tooHigh', { count: tooHigh })} />
      )}
      <div className="tg-summary">
        <strong>
          {cabinet.code} {cabinet.name}
        </strong>
        <span>
          {t('cabinets.upTo')} <LevelTag level={cabinet.maxLevel} />
        </span>
        <span>{t('cabinets.count', { count: contents.count })}</span>
        {LEVELS.toReversed().map((level) => {
          const count = items.filter((item) => item.level === level).length;
          return count > 0 ? (
            <span key={level}>
              <LevelTag level={level} /> {count}
            </span>
          ) : null;
        })}
      </div>
    </>
  );
}

export function CabinetItems({ code }: { code: string }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const mayOpen = useMay('devices');
  const contents = useQuery(cabinetContentsQuery(code));
  return (
    <QueryView query={contents}>
      {(data) => (
        <>
          <Summary contents={data} />
          <Table<CabinetItem>
            size="small"
            rowKey="itemId"
            pagination={false}
            scroll={{ x: 720 }}
            dataSource={data.items}
            locale={{ emptyText: <Empty description={t('cabinets.empty')} /> }}
            columns={[
              {
                title: t('devices.field.ledgerNo'),
                width: 180,
                render: (_, item) =>
                  mayOpen ? (
                    <Link className="tg-mono" to={`/devices/${item.itemId}`}>
                      {item.ledgerNo}
                    </Link>
                  ) : (
                    <span className="tg-mono">{item.ledgerNo}</span>
                  ),
              },
              { title: t('devices.field.kind'), width: 150, render: (_, item) => label('kind', item.kind) },
              { title: t('devices.field.level'), width: 140, render: (_, item) => <LevelTag level={item.level} /> },
              { title: t('cabinets.presence.title'), width: 160, render: (_, item) => <Presence item={item} /> },
              { title: t('cabinets.since'), width: 190, render: (_, item) => <Instant value={item.since} /> },
            ]}
          />
          {data.next && <Alert type="info" showIcon title={t('cabinets.more', { count: data.items.length })} />}
        </>
      )}
    </QueryView>
  );
}
