import type { UseQueryResult } from '@tanstack/react-query';
import { FileSearchOutlined } from '@ant-design/icons';
import { Result, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import { ProblemAlert } from './ProblemAlert';

interface QueryViewProps<T> {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}

/** The states every loaded thing has: on its way, refused, absent, there. */
export function QueryView<T>({ query, children }: QueryViewProps<T>) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <Skeleton active paragraph={{ rows: 6 }} title={false} aria-label={t('common.loading')} />;
  if (isProblem(query.error) && query.error.status === 404) {
    return (
      <Result
        status="info"
        icon={<FileSearchOutlined aria-hidden />}
        title={t('errors.notFound.title')}
        subTitle={t('errors.notFound.item')}
      />
    );
  }
  return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
}
