import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DecisionRequest, ExitPermit } from '@/api/carriers';
import { http, ifMatch } from '@/shared/api/http';

export function useDecidePermit(permit: ExitPermit) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DecisionRequest) =>
      http.post<ExitPermit>(`/api/carriers/exit-permits/${encodeURIComponent(permit.id)}/decisions`, {
        body,
        headers: ifMatch(permit.version),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['permits'] }),
  });
}
