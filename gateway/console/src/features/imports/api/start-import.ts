import { useMutation } from '@tanstack/react-query';
import type { DeviceImport } from '@/api/devices';
import { http } from '@/shared/api/http';
import { type ColumnMapping, mappingJson } from '../column-mapping';

interface ImportRequest {
  file: File;
  mapping: ColumnMapping;
  /** Every column of the file. */
  columns: readonly string[];
  dryRun: boolean;
}

/** A big file takes its time on a slow line; the answer comes once it has arrived. */
const UPLOAD_TIMEOUT_MS = 10 * 60_000;

export function useStartImport() {
  return useMutation({
    mutationFn: ({ file, mapping, columns, dryRun }: ImportRequest) => {
      const body = new FormData();
      body.append('file', file, file.name);
      body.append('mapping', mappingJson(mapping, columns));
      return http.post<DeviceImport>('/api/devices/imports', {
        query: { dryRun },
        body,
        timeoutMs: UPLOAD_TIMEOUT_MS,
      });
    },
  });
}
