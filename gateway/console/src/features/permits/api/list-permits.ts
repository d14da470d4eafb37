import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ExitPermit } from '@/api/carriers';
import type { Page } from '@/api/common';
import { http } from '@/shared/api/http';

export const permitsQuery = (state: string | undefined, limit: number, after?: string) =>
  queryOptions({
    queryKey: ['permits', 'list', state, limit, after],
    queryFn: ({ signal }) =>
      http.get<Page<ExitPermit>>('/api/carriers/exit-permits', { query: { state, limit, after }, signal }),
    placeholderData: keepPreviousData,
  });
