import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ExitPermit } from '@/api/carriers';
import { http, ifMatch } from '@/shared/api/http';

export function useRevokePermit(permit: ExitPermit) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      http.post<ExitPermit>(`/api/carriers/exit-permits/${encodeURIComponent(permit.id)}/revocation`, {
        body: { reason },
        headers: ifMatch(permit.version),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['permits'] }),
  });
}
