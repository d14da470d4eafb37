import { useCallback } from 'react';
import type { Incident } from '@/api/incidents';
import { useCodeLabel } from '@/shared/i18n/use-code-label';

/** Why an incident was opened; of a blind portal in the words that the gate board has for it. */
export function useIncidentReason(): (incident: Pick<Incident, 'kind' | 'reason'>) => string {
  const label = useCodeLabel();
  return useCallback(({ kind, reason }) => label(kind === 'PORTAL_BLIND' ? 'portalReason' : 'reason', reason), [label]);
}
