import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportRejection } from '@/api/devices';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { useProblemText } from '@/shared/i18n/use-problem-text';
import { CursorPager } from '@/shared/ui/CursorPager';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useCursor } from '@/shared/ui/use-cursor';
import { useDownloadRejections } from '../api/download-rejections';
import { rejectionsQuery } from '../api/list-rejections';

export function Rejections({ importId }: { importId: string }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const text = useProblemText();
  const cursor = useCursor(importId);
  const rejections = useQuery(rejectionsQuery(importId, cursor.after));
  const download = useDownloadRejections();

  return (
    <section aria-label={t('imports.rejections.title')}>
      <ProblemAlert error={rejections.error ?? download.error} onRetry={() => void rejections.refetch()} />
      <Table<ImportRejection>
        size="small"
        pagination={false}
        loading={rejections.isFetching}
        rowKey={(rejection) => `${rejection.row}/${rejection.field}/${rejection.code}`}
        dataSource={rejections.data?.items ?? []}
        scroll={{ x: 820 }}
        title={() => (
          <div className="tg-table-title">
            <strong>{t('imports.rejections.title')}</strong>
            <Button
              size="small"
              icon={<DownloadOutlined aria-hidden />}
              loading={download.isPending}
              onClick={() => download.mutate(importId)}
            >
              {t('imports.rejections.download')}
            </Button>
          </div>
        )}
        columns={[
          { title: t('imports.rejections.row'), dataIndex: 'row', width: 80 },
          { title: t('imports.rejections.field'), width: 180, render: (_, r) => label('deviceField', r.field) },
          { title: t('imports.rejections.reason'), width: 320, render: (_, r) => text.ofCode(r.code, r.message) },
          {
            title: t('imports.rejections.value'),
            ellipsis: true,
            render: (_, r) => <span className="tg-mono">{r.value}</span>,
          },
        ]}
      />
      <CursorPager cursor={cursor} next={rejections.data?.next} busy={rejections.isFetching} />
    </section>
  );
}
