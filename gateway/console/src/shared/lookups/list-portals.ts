import { queryOptions } from '@tanstack/react-query';
import type { Page } from '@/api/common';
import type { Portal } from '@/api/facilities';
import { http } from '@/shared/api/http';

export const portalsQuery = queryOptions({
  queryKey: ['portals'],
  queryFn: ({ signal }) => http.get<Page<Portal>>('/api/facilities/portals', { query: { limit: 200 }, signal }),
  staleTime: 30_000,
});
