import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Portal } from '@/api/facilities';
import { http, ifMatch } from '@/shared/api/http';
import type { NamedPortal } from '../tuning';

/** Changes a portal from the version that was read, or sets a new one up. */
export function useSavePortal(before: Portal | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NamedPortal) =>
      http.put<Portal>(`/api/facilities/portals/${encodeURIComponent(body.code)}`, {
        body,
        headers: before ? ifMatch(before.version) : {},
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['portals'] }),
  });
}
