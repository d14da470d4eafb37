import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/shared/api/http';

interface Acknowledgement {
  id: string;
  comment: string;
}

export function useAcknowledgeIncident() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, comment }: Acknowledgement) =>
      http.post<unknown>(`/api/incidents/${encodeURIComponent(id)}/acknowledgement`, { body: { comment } }),
    // Refused or not: somebody else may have been faster, so what is shown is read again.
    onSettled: () => client.invalidateQueries({ queryKey: ['incidents'] }),
  });
}
