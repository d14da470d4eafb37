import { queryOptions } from '@tanstack/react-query';
import type { Page } from '@/api/common';
import type { DeviceHistoryEntry } from '@/api/devices';
import { http } from '@/shared/api/http';

export const deviceHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['devices', 'history', id],
    queryFn: ({ signal }) =>
      http.get<Page<DeviceHistoryEntry>>(`/api/devices/${encodeURIComponent(id)}/history`, {
        query: { limit: 100 },
        signal,
      }),
  });
