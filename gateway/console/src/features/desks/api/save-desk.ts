import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Desk, DeskSettings } from '@/api/facilities';
import { http, ifMatch } from '@/shared/api/http';

/** Changes a desk from the version that was read, or sets a new one up. */
export function useSaveDesk(before: Desk | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DeskSettings & { code: string }) =>
      http.put<Desk>(`/api/facilities/desks/${encodeURIComponent(body.code)}`, {
        body,
        headers: before ? ifMatch(before.version) : {},
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['desks'] }),
  });
}
