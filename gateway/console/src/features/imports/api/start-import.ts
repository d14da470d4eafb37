import { useMutation } from '@tanstack/react-query';
import type { DeviceImport } from '@/api/devices';
import { http } from '@/shared/api/http';
import type { ColumnMapping } from '../column-mapping';

interface ImportRequest {
  file: File;
  mapping: ColumnMapping;
  dryRun: boolean;
}

/** A big file takes its time on a slow line; the answer comes once it has arrived. */
const UPLOAD_TIMEOUT_MS = 10 * 60_000;

export function useStartImport() {
  return useMutation({
    mutationFn: ({ file, mapping, dryRun }: ImportRequest) => {
      const body = new FormData();
      body.append('file', file, file.name);
      body.append('mapping', JSON.stringify(mapping));
      return http.post<DeviceImport>('/api/devices/imports', {
        query: { dryRun },
        body,
        timeoutMs: UPLOAD_TIMEOUT_MS,
      });
    },
  });
}
