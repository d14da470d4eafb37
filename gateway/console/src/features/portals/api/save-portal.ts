import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Portal } from '@/api/facilities';
import { http, ifMatch } from '@/shared/api/http';

export type PortalSettings = Omit<Portal, 'version'>;

export function useSavePortal(version: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PortalSettings) =>
      http.put<Portal>(`/api/facilities/portals/${encodeURIComponent(body.code)}`, { body, headers: ifMatch(version) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['portals'] }),
  });
}
