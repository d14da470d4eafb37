import { queryOptions } from '@tanstack/react-query';
import type { Page } from '@/api/common';
import type { Cabinet } from '@/api/facilities';
import { http } from '@/shared/api/http';

export const cabinetsQuery = queryOptions({
  queryKey: ['cabinets'],
  queryFn: ({ signal }) => http.get<Page<Cabinet>>('/api/facilities/cabinets', { query: { limit: 200 }, signal }),
  staleTime: 60_000,
});
