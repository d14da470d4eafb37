import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Device, DeviceRegistration } from '@/api/devices';
import { http } from '@/shared/api/http';
import { useIdempotencyKey } from '@/shared/api/idempotency';

export function useRegisterDevice() {
  const client = useQueryClient();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: DeviceRegistration) =>
      http.post<Device>('/api/devices', { body, headers: { 'Idempotency-Key': keyOf(body) } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['devices'] }),
  });
}
