import { queryOptions } from '@tanstack/react-query';
import type { IncidentDetail } from '@/api/incidents';
import { http } from '@/shared/api/http';

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', 'one', id],
    queryFn: ({ signal }) => http.get<IncidentDetail>(`/api/incidents/${encodeURIComponent(id)}`, { signal }),
  });
