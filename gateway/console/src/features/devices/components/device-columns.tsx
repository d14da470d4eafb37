import type { TableColumnsType } from 'antd';
import type { SortOrder } from 'antd/es/table/interface';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Device } from '@/api/devices';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { EpcBrief } from '@/shared/ui/EpcBrief';
import { Instant } from '@/shared/ui/Instant';
import { LevelTag } from '@/shared/ui/LevelTag';
import { Mono } from '@/shared/ui/Mono';
import { StateTag } from '@/shared/ui/StateTag';

/** `sort` as the API takes it: a field, with a minus for descending. */
export function useDeviceColumns(sort: string): TableColumnsType<Device> {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const orderOf = (key: string): SortOrder => (sort === key ? 'ascend' : sort === `-${key}` ? 'descend' : null);
  const sortable = (key: string) => ({ key, sorter: true, sortOrder: orderOf(key) });
  return [
    {
      ...sortable('ledgerNo'),
      title: t('devices.field.ledgerNo'),
      width: 170,
      fixed: 'start',
      render: (_, device) => (
        <Link className="tg-mono" to={`/devices/${device.id}`}>
          {device.ledgerNo}
        </Link>
      ),
    },
    { ...sortable('name'), title: t('devices.field.name'), dataIndex: 'name', ellipsis: true, width: 220 },
    {
      ...sortable('level'),
      title: t('devices.field.level'),
      width: 130,
      render: (_, d) => <LevelTag level={d.level} />,
    },
    { title: t('devices.field.kind'), width: 120, render: (_, d) => label('kind', d.kind) },
    { title: t('devices.field.model'), ellipsis: true, width: 180, render: (_, d) => `${d.manufacturer} ${d.model}` },
    { title: t('devices.field.serialNo'), width: 160, ellipsis: true, render: (_, d) => <Mono>{d.serialNo}</Mono> },
    { title: t('devices.field.department'), dataIndex: 'departmentCode', width: 110 },
    { title: t('devices.field.keeper'), dataIndex: 'keeperNo', width: 110 },
    { title: t('devices.field.cabinet'), dataIndex: 'cabinetCode', width: 130 },
    {
      title: t('devices.field.epc'),
      width: 280,
      ellipsis: true,
      render: (_, d) => <EpcBrief epc={d.tag?.epc} uri={d.tag?.epcUri} />,
    },
    { title: t('devices.field.state'), width: 110, render: (_, d) => <StateTag family="deviceState" code={d.state} /> },
    {
      ...sortable('registeredAt'),
      title: t('devices.field.registeredAt'),
      width: 180,
      render: (_, device) => <Instant value={device.registeredAt} />,
    },
  ];
}
