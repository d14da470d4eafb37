import { queryOptions } from '@tanstack/react-query';
import type { Custody } from '@/api/carriers';
import { http } from '@/shared/api/http';

export const custodyQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['custody', itemId],
    queryFn: ({ signal }) => http.get<Custody>(`/api/carriers/items/${encodeURIComponent(itemId)}`, { signal }),
  });
