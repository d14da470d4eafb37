import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeskTag } from '@/api/live';
import { EpcName } from '@/shared/ui/EpcName';
import { Mono } from '@/shared/ui/Mono';

/** The tags on a desk, strongest first. */
export function DeskTags({ tags }: { tags: DeskTag[] }) {
  const { t } = useTranslation();
  return (
    <Table<DeskTag>
      size="small"
      pagination={false}
      rowKey={({ epc, tid }) => `${epc}/${tid ?? ''}`}
      dataSource={tags}
      aria-label={t('devices.desk.tags')}
      columns={[
        { title: t('devices.field.epc'), render: (_, tag) => <EpcName epc={tag.epc} uri={tag.epcUri} /> },
        { title: t('devices.field.tid'), render: (_, tag) => <Mono>{tag.tid}</Mono> },
        {
          title: t('devices.desk.strength'),
          width: 90,
          align: 'end',
          render: (_, tag) => Math.round(tag.rssiDbm),
        },
      ]}
    />
  );
}
