import { queryOptions } from '@tanstack/react-query';
import type { Page } from '@/api/common';
import type { Room } from '@/api/facilities';
import { http } from '@/shared/api/http';

export const roomsQuery = queryOptions({
  queryKey: ['rooms'],
  queryFn: ({ signal }) => http.get<Page<Room>>('/api/facilities/rooms', { query: { limit: 200 }, signal }),
  staleTime: 60_000,
});
