import { Empty, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EvidenceRead } from '@/api/incidents';
import { useFormat } from '@/shared/i18n/format';
import { useCodeLabel } from '@/shared/i18n/use-code-label';

const MILLISECONDS = 3;

/** The reads an incident rests on; their order within a second matters, so the fraction is shown. */
export function Evidence({ reads }: { reads: EvidenceRead[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useCodeLabel();
  const clock = (instant: string) => {
    const fraction = new Date(instant).getUTCMilliseconds().toString().padStart(MILLISECONDS, '0');
    return `${format.clock(instant)}.${fraction}`;
  };
  return (
    <Table<EvidenceRead>
      size="small"
      pagination={reads.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      rowKey={(read) => `${read.seenAt}/${read.portalCode}/${read.antenna}/${read.rssiDbm}`}
      dataSource={reads}
      locale={{ emptyText: <Empty description={t('incidents.evidence.empty')} /> }}
      columns={[
        {
          title: t('incidents.evidence.seenAt'),
          render: (_, read) => (
            <time dateTime={read.seenAt} title={read.seenAt} className="tg-mono">
              {clock(read.seenAt)}
            </time>
          ),
        },
        { title: t('incidents.field.portal'), dataIndex: 'portalCode' },
        { title: t('incidents.evidence.antenna'), dataIndex: 'antenna' },
        { title: t('incidents.evidence.zone'), render: (_, read) => label('zone', read.zone) },
        { title: t('incidents.evidence.rssi'), align: 'end', render: (_, read) => format.number(read.rssiDbm) },
      ]}
    />
  );
}
