import { queryOptions } from '@tanstack/react-query';
import type { CabinetContents } from '@/api/facilities';
import { http } from '@/shared/api/http';

export const cabinetContentsQuery = (code: string) =>
  queryOptions({
    queryKey: ['cabinets', code, 'contents'],
    queryFn: ({ signal }) =>
      http.get<CabinetContents>(`/api/facilities/cabinets/${encodeURIComponent(code)}/contents`, {
        query: { limit: 500 },
        signal,
      }),
  });
