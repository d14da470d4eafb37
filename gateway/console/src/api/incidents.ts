import type { Level } from './common';

export const INCIDENT_STATES = ['OPEN', 'ACKNOWLEDGED', 'CLOSED'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

export const INCIDENT_KINDS = ['UNAUTHORIZED_EXIT', 'PORTAL_BLIND'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export interface Incident {
  id: string;
  kind: IncidentKind;
  reason: string;
  itemId?: string | null;
  itemKind?: string | null;
  level?: Level | null;
  departmentCode?: string | null;
  epc?: string | null;
  portalCode: string;
  detectedAt: string;
  state: IncidentState;
  crossingId?: string | null;
}

export interface IncidentDetail extends Incident {
  evidence?: { antenna: number; rssiDbm: number; seenAt: string }[];
  history?: { at: string; by: string; what: string; comment?: string | null }[];
  crossing?: {
    direction: 'OUT' | 'IN';
    decidedAt: string;
    verdict: string;
    reason: string;
    confidence?: number | null;
  } | null;
}
