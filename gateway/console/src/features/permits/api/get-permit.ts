import { queryOptions } from '@tanstack/react-query';
import type { ExitPermit } from '@/api/carriers';
import { http } from '@/shared/api/http';

export const permitQuery = (id: string) =>
  queryOptions({
    queryKey: ['permits', 'one', id],
    queryFn: ({ signal }) => http.get<ExitPermit>(`/api/carriers/exit-permits/${encodeURIComponent(id)}`, { signal }),
  });
