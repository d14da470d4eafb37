import { useMutation } from '@tanstack/react-query';
import { send } from '@/shared/api/http';

async function download(importId: string): Promise<void> {
  const response = await send('GET', `/api/devices/imports/${encodeURIComponent(importId)}/rejections`, {
    headers: { Accept: 'text/csv' },
  });
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = `rejections-${importId}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

export const useDownloadRejections = () => useMutation({ mutationFn: download });
