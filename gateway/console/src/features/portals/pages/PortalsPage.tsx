import { useQuery } from '@tanstack/react-query';
import { Button, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Portal, Zone } from '@/api/facilities';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { portalsQuery } from '@/shared/lookups/list-portals';
import { useMay } from '@/shared/session/session-context';
import { ListEmpty } from '@/shared/ui/ListEmpty';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PortalDrawer } from '../components/PortalDrawer';

const antennasIn = (portal: Portal, zone: Zone) =>
  portal.antennas
    .filter((antenna) => antenna.zone === zone)
    .map(({ id }) => id)
    .join(', ');

/** Those taken down last. */
const inUseFirst = (portals: readonly Portal[]) => [...portals].sort((a, b) => Number(b.active) - Number(a.active));

export default function PortalsPage() {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const mayKeep = useMay('keepPortals');
  const [editing, setEditing] = useState<{ portal: Portal | undefined } | null>(null);
  const portals = useQuery(portalsQuery);

  return (
    <>
      <PageHeader
        title={t('portals.title')}
        note={t('portals.note')}
        actions={
          mayKeep && (
            <Button type="primary" onClick={() => setEditing({ portal: undefined })}>
              {t('portals.add')}
            </Button>
          )
        }
      />
      <ProblemAlert error={portals.error} onRetry={() => void portals.refetch()} />
      <Table<Portal>
        className="tg-table"
        size="small"
        rowKey="code"
        pagination={false}
        scroll={{ x: 1130 }}
        loading={portals.isFetching && !portals.error}
        dataSource={inUseFirst(portals.data?.items ?? [])}
        locale={{ emptyText: <ListEmpty query={portals} text={t('portals.empty')} /> }}
        columns={[
          {
            title: t('portals.field.code'),
            width: 110,
            render: (_, p) => (
              <>
                <strong>{p.code}</strong> {!p.active && <Tag>{t('portals.takenDown')}</Tag>}
              </>
            ),
          },
          { title: t('portals.field.room'), dataIndex: 'roomCode', width: 80 },
          {
            title: t('portals.field.reader'),
            width: 190,
            render: (_, p) => <span className="tg-mono">{p.reader && `${p.reader.host}:${p.reader.port}`}</span>,
          },
          {
            title: t('common.reader.tls'),
            width: 60,
            render: (_, p) => (p.reader?.tls ? t('common.yes') : t('common.no')),
          },
          { title: t('codes.zone.INSIDE'), width: 80, render: (_, p) => antennasIn(p, 'INSIDE') },
          { title: t('codes.zone.OUTSIDE'), width: 80, render: (_, p) => antennasIn(p, 'OUTSIDE') },
          { title: t('portals.field.gpo'), width: 110, render: (_, p) => p.gpo.alarm },
          { title: t('portals.field.alarmSeconds'), dataIndex: 'alarmSeconds', width: 110 },
          { title: t('portals.field.failMode'), width: 170, render: (_, p) => label('failMode', p.failMode) },
          {
            key: 'actions',
            fixed: 'end',
            width: 140,
            render: (_, portal) => (
              <div className="tg-actions">
                {mayKeep && (
                  <Button
                    size="small"
                    aria-label={t('portals.edit', { code: portal.code })}
                    onClick={() => setEditing({ portal })}
                  >
                    {t('common.edit')}
                  </Button>
                )}
                {portal.active && (
                  <Link
                    to={`/portals/${encodeURIComponent(portal.code)}/tuning`}
                    aria-label={t('portals.tuning.page', { code: portal.code })}
                  >
                    {t('portals.tuning.link')}
                  </Link>
                )}
              </div>
            ),
          },
        ]}
      />
      {editing && <PortalDrawer portal={editing.portal} onClose={() => setEditing(null)} />}
    </>
  );
}
