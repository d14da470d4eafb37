import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ExitPermit, ExitPermitRequest } from '@/api/carriers';
import { http } from '@/shared/api/http';
import { useIdempotencyKey } from '@/shared/api/idempotency';

export function useRequestPermit() {
  const client = useQueryClient();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: ExitPermitRequest) =>
      http.post<ExitPermit>('/api/carriers/exit-permits', { body, headers: { 'Idempotency-Key': keyOf(body) } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['permits'] }),
  });
}
