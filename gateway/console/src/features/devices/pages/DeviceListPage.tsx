import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Device } from '@/api/devices';
import { useMay } from '@/shared/session/session-context';
import { CursorPager } from '@/shared/ui/CursorPager';
import { ListEmpty } from '@/shared/ui/ListEmpty';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useCursor } from '@/shared/ui/use-cursor';
import { useSearchFilter } from '@/shared/ui/use-search-filter';
import { devicesQuery } from '../api/list-devices';
import { useDeviceColumns } from '../components/device-columns';
import { DeviceFilters } from '../components/DeviceFilters';

const PAGE_SIZE = 50;
const DEFAULT_SORT = 'ledgerNo';
const FILTERS = ['department', 'kind', 'level', 'classified', 'keeper', 'state', 'q', 'sort'] as const;

export default function DeviceListPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayKeep = useMay('keepDevices');
  const [filter, changeFilter] = useSearchFilter(FILTERS);
  const sort = filter.sort ?? DEFAULT_SORT;
  const cursor = useCursor(JSON.stringify(filter));
  const devices = useQuery(devicesQuery({ ...filter, sort }, PAGE_SIZE, cursor.after));
  const columns = useDeviceColumns(sort);

  const onTable: TableProps<Device>['onChange'] = (_pages, _filters, sorter) => {
    const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
    changeFilter({ sort: order && columnKey ? `${order === 'descend' ? '-' : ''}${String(columnKey)}` : undefined });
  };

  return (
    <>
      <PageHeader
        title={t('devices.title')}
        note={t('devices.note')}
        actions={
          mayKeep && (
            <>
              <Button icon={<ImportOutlined aria-hidden />} onClick={() => void navigate('/devices/import')}>
                {t('devices.import')}
              </Button>
              <Button
                type="primary"
                icon={<PlusOutlined aria-hidden />}
                onClick={() => void navigate('/devices/register')}
              >
                {t('devices.register.action')}
              </Button>
            </>
          )
        }
      />
      <DeviceFilters filter={filter} onChange={changeFilter} />
      <ProblemAlert error={devices.error} onRetry={() => void devices.refetch()} />
      <Table<Device>
        className="tg-table"
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={devices.data?.items ?? []}
        loading={devices.isFetching && !devices.error}
        pagination={false}
        scroll={{ x: 1520 }}
        sticky
        showSorterTooltip={false}
        onChange={onTable}
        locale={{ emptyText: <ListEmpty query={devices} text={t('devices.empty')} /> }}
      />
      <CursorPager cursor={cursor} next={devices.data?.next} busy={devices.isFetching} />
    </>
  );
}
