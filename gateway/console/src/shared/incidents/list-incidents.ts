import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page } from '@/api/common';
import type { Incident } from '@/api/incidents';
import { http } from '@/shared/api/http';

export interface IncidentFilter {
  state?: string;
  kind?: string;
  since?: string;
}

export const incidentsQuery = (filter: IncidentFilter, limit: number, after?: string) =>
  queryOptions({
    queryKey: ['incidents', 'list', filter, limit, after],
    queryFn: ({ signal }) => http.get<Page<Incident>>('/api/incidents', { query: { ...filter, limit, after }, signal }),
    placeholderData: keepPreviousData,
  });

const OPEN_SHOWN = 100;

/** What still waits for somebody. The live stream keeps it current between loads. */
export const openIncidentsQuery = queryOptions({
  queryKey: ['incidents', 'open'],
  queryFn: ({ signal }) =>
    http.get<Page<Incident>>('/api/incidents', { query: { state: 'OPEN', limit: OPEN_SHOWN }, signal }),
  refetchInterval: 30_000,
});
