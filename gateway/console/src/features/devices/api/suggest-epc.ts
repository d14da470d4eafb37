import { useMutation } from '@tanstack/react-query';
import type { EpcProposal } from '@/api/devices';
import { http } from '@/shared/api/http';

/** An EPC that no device has, for a tag that is yet to be written. */
export function useSuggestEpc() {
  return useMutation({ mutationFn: () => http.post<EpcProposal>('/api/devices/epc-suggestions') });
}
