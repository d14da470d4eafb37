import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type ExitPermit, PERMIT_STATES } from '@/api/carriers';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { useMay } from '@/shared/session/session-context';
import { CursorPager } from '@/shared/ui/CursorPager';
import { Instant } from '@/shared/ui/Instant';
import { ListEmpty } from '@/shared/ui/ListEmpty';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StateTag } from '@/shared/ui/StateTag';
import { useCursor } from '@/shared/ui/use-cursor';
import { useSearchFilter } from '@/shared/ui/use-search-filter';
import { permitsQuery } from '../api/list-permits';
import { PermitItems } from '../components/PermitItems';

const PAGE_SIZE = 30;
const ALL = '';

export default function PermitListPage() {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const navigate = useNavigate();
  const mayRequest = useMay('requestPermit');
  const [filter, change] = useSearchFilter(['state']);
  const cursor = useCursor(filter.state ?? ALL);
  const permits = useQuery(permitsQuery(filter.state, PAGE_SIZE, cursor.after));

  return (
    <>
      <PageHeader
        title={t('permits.title')}
        note={t('permits.note')}
        actions={
          mayRequest && (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => void navigate('/permits/request')}
            >
              {t('permits.request.action')}
            </Button>
          )
        }
      />
      <Segmented
        className="tg-segmented"
        aria-label={t('permits.field.state')}
        value={filter.state ?? ALL}
        onChange={(state) => change({ state })}
        options={[
          { value: ALL, label: t('common.all') },
          ...PERMIT_STATES.map((state) => ({ value: state, label: label('permitState', state) })),
        ]}
      />
      <ProblemAlert error={permits.error} onRetry={() => void permits.refetch()} />
      <Table<ExitPermit>
        className="tg-table"
        size="small"
        rowKey="id"
        pagination={false}
        sticky
        scroll={{ x: 1300 }}
        loading={permits.isFetching && !permits.error}
        dataSource={permits.data?.items ?? []}
        locale={{ emptyText: <ListEmpty query={permits} text={t('permits.empty')} /> }}
        columns={[
          {
            title: t('permits.field.permitNo'),
            width: 160,
            fixed: 'start',
            render: (_, permit) => (
              <Link className="tg-mono" to={`/permits/${permit.id}`}>
                {permit.permitNo}
              </Link>
            ),
          },
          {
            title: t('permits.field.state'),
            width: 110,
            render: (_, p) => <StateTag family="permitState" code={p.state} />,
          },
          { title: t('permits.field.items'), width: 340, render: (_, p) => <PermitItems items={p.items} shown={3} /> },
          { title: t('permits.field.holder'), dataIndex: 'holderNo', width: 100 },
          { title: t('permits.field.portals'), width: 120, render: (_, p) => p.portalCodes.join(', ') },
          { title: t('permits.field.validFrom'), width: 170, render: (_, p) => <Instant value={p.validFrom} /> },
          { title: t('permits.field.validUntil'), width: 170, render: (_, p) => <Instant value={p.validUntil} /> },
          { title: t('permits.field.destination'), dataIndex: 'destination', width: 180, ellipsis: true },
          { title: t('permits.field.requestedBy'), dataIndex: 'requestedBy', width: 120, ellipsis: true },
        ]}
      />
      <CursorPager cursor={cursor} next={permits.data?.next} busy={permits.isFetching} />
    </>
  );
}
