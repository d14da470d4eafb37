import { queryOptions } from '@tanstack/react-query';
import type { Page } from '@/api/common';
import type { Desk } from '@/api/facilities';
import { http } from '@/shared/api/http';

export const desksQuery = queryOptions({
  queryKey: ['desks'],
  queryFn: ({ signal }) => http.get<Page<Desk>>('/api/facilities/desks', { query: { limit: 200 }, signal }),
  staleTime: 30_000,
});
