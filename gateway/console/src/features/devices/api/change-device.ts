import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Device, DeviceChange } from '@/api/devices';
import { http, ifMatch } from '@/shared/api/http';

export function useChangeDevice(device: Device) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DeviceChange) =>
      http.patch<Device>(`/api/devices/${encodeURIComponent(device.id)}`, {
        body,
        headers: { 'Content-Type': 'application/merge-patch+json', ...ifMatch(device.version) },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['devices'] });
      await client.invalidateQueries({ queryKey: ['custody', device.id] });
    },
  });
}
