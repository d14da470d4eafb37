import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page } from '@/api/common';
import type { ImportRejection } from '@/api/devices';
import { http } from '@/shared/api/http';

export const rejectionsQuery = (importId: string, after?: string) =>
  queryOptions({
    queryKey: ['imports', importId, 'rejections', after],
    queryFn: ({ signal }) =>
      http.get<Page<ImportRejection>>(`/api/devices/imports/${encodeURIComponent(importId)}/rejections`, {
        query: { limit: 50, after },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
