import { queryOptions } from '@tanstack/react-query';
import type { DeviceImport } from '@/api/devices';
import { http } from '@/shared/api/http';

const POLL_MS = 500;

/** Follows an import until it has ended. */
export const importQuery = (started: DeviceImport) =>
  queryOptions({
    queryKey: ['imports', started.id],
    queryFn: ({ signal }) =>
      http.get<DeviceImport>(`/api/devices/imports/${encodeURIComponent(started.id)}`, { signal }),
    initialData: started,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? POLL_MS : false),
  });
