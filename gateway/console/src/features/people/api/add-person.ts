import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewPerson, Person } from '@/api/personnel';
import { http } from '@/shared/api/http';
import { useIdempotencyKey } from '@/shared/api/idempotency';

export function useAddPerson() {
  const client = useQueryClient();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: NewPerson) =>
      http.post<Person>('/api/personnel/people', { body, headers: { 'Idempotency-Key': keyOf(body) } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
}
