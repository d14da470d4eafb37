import { queryOptions } from '@tanstack/react-query';
import type { Portal } from '@/api/facilities';
import { http } from '@/shared/api/http';

export const portalQuery = (code: string) =>
  queryOptions({
    queryKey: ['portals', code],
    queryFn: ({ signal }) => http.get<Portal>(`/api/facilities/portals/${encodeURIComponent(code)}`, { signal }),
  });
