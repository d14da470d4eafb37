import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Department, NewDepartment } from '@/api/personnel';
import { http } from '@/shared/api/http';
import { useIdempotencyKey } from '@/shared/api/idempotency';

export function useAddDepartment() {
  const client = useQueryClient();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: NewDepartment) =>
      http.post<Department>('/api/personnel/departments', { body, headers: { 'Idempotency-Key': keyOf(body) } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['departments'] }),
  });
}
