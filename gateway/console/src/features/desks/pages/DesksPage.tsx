import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desk } from '@/api/facilities';
import { desksQuery } from '@/shared/lookups/list-desks';
import { useMay } from '@/shared/session/session-context';
import { ListEmpty } from '@/shared/ui/ListEmpty';
import { Mono } from '@/shared/ui/Mono';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { DeskDrawer } from '../components/DeskDrawer';

export default function DesksPage() {
  const { t } = useTranslation();
  const mayKeep = useMay('keepPortals');
  const [editing, setEditing] = useState<{ desk: Desk | undefined } | null>(null);
  const desks = useQuery(desksQuery);

  return (
    <>
      <PageHeader
        title={t('desks.title')}
        note={t('desks.note')}
        actions={
          mayKeep && (
            <Button type="primary" onClick={() => setEditing({ desk: undefined })}>
              {t('desks.add')}
            </Button>
          )
        }
      />
      <ProblemAlert error={desks.error} onRetry={() => void desks.refetch()} />
      <Table<Desk>
        className="tg-table"
        size="small"
        rowKey="code"
        pagination={false}
        scroll={{ x: 720 }}
        loading={desks.isFetching && !desks.error}
        dataSource={desks.data?.items ?? []}
        locale={{ emptyText: <ListEmpty query={desks} text={t('desks.empty')} /> }}
        columns={[
          { title: t('desks.field.code'), width: 120, render: (_, desk) => <strong>{desk.code}</strong> },
          { title: t('desks.field.room'), dataIndex: 'roomCode', width: 120 },
          {
            title: t('desks.field.reader'),
            render: (_, { reader }) => <Mono>{reader && `${reader.host}:${reader.port}`}</Mono>,
          },
          { title: t('desks.field.antennas'), width: 120, render: (_, desk) => desk.antennas.join(', ') },
          { title: t('desks.field.weakest'), dataIndex: 'weakestDbm', width: 160 },
          {
            key: 'actions',
            width: 90,
            render: (_, desk) =>
              mayKeep && (
                <Button
                  size="small"
                  aria-label={t('desks.edit', { code: desk.code })}
                  onClick={() => setEditing({ desk })}
                >
                  {t('common.edit')}
                </Button>
              ),
          },
        ]}
      />
      {editing && <DeskDrawer desk={editing.desk} onClose={() => setEditing(null)} />}
    </>
  );
}
