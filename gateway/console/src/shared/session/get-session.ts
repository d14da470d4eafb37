import { queryOptions } from '@tanstack/react-query';
import type { Session } from '@/api/session';
import { http } from '@/shared/api/http';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => http.get<Session>('/api/session', { signal }),
  staleTime: Infinity,
});
