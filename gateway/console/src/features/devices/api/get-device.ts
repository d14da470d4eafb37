import { queryOptions } from '@tanstack/react-query';
import type { Device } from '@/api/devices';
import { http } from '@/shared/api/http';

export const deviceQuery = (id: string) =>
  queryOptions({
    queryKey: ['devices', 'one', id],
    queryFn: ({ signal }) => http.get<Device>(`/api/devices/${encodeURIComponent(id)}`, { signal }),
  });
