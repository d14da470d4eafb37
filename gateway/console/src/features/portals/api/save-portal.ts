import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Portal, PortalSettings } from '@/api/facilities';
import { http, ifMatch } from '@/shared/api/http';

export function useSavePortal({ code, version }: Portal) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PortalSettings) =>
      http.put<Portal>(`/api/facilities/portals/${encodeURIComponent(code)}`, { body, headers: ifMatch(version) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['portals'] }),
  });
}
