import { queryOptions } from '@tanstack/react-query';
import type { TagClaims } from '@/api/devices';
import { http } from '@/shared/api/http';

/** What keeps this tag from going onto a device. Asked anew for every tag that is put on the desk. */
export const tagClaimsQuery = (epc: string, tid: string | undefined) =>
  queryOptions({
    queryKey: ['tag-claims', epc, tid ?? ''],
    queryFn: ({ signal }) => http.get<TagClaims>('/api/devices/tag-claims', { query: { epc, tid }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
