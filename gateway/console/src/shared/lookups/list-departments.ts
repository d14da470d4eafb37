import { queryOptions } from '@tanstack/react-query';
import type { Page } from '@/api/common';
import type { Department } from '@/api/personnel';
import { http } from '@/shared/api/http';

export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: ({ signal }) => http.get<Page<Department>>('/api/personnel/departments', { query: { limit: 200 }, signal }),
  staleTime: 60_000,
});
