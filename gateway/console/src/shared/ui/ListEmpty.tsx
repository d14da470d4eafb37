import type { UseQueryResult } from '@tanstack/react-query';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';

interface ListEmptyProps {
  query: Pick<UseQueryResult, 'isPending' | 'error'>;
  text: string;
}

/** What a list without rows says: a list that could not be loaded must not look like one with nothing in it. */
export function ListEmpty({ query, text }: ListEmptyProps) {
  const { t } = useTranslation();
  if (query.error) return <span className="tg-list-unknown">{t('common.notLoaded')}</span>;
  if (query.isPending) return <span className="tg-list-unknown">{t('common.loading')}</span>;
  return <Empty description={text} />;
}
