import type { Level } from './common';

export type CustodyState = 'IN_PLACE' | 'OUT_UNDER_PERMIT' | 'MISSING' | 'DISPOSED' | 'DESTROYED';

export interface CustodyEntry {
  at: string;
  actor: string;
  type: 'OPENED' | 'CHANGED' | 'NOTED';
  state: CustodyState;
  reason: string;
  note?: string | null;
  permitId?: string | null;
  crossingId?: string | null;
  portalCode?: string | null;
}

export interface Custody {
  itemId: string;
  ledgerNo: string;
  kind: string;
  level: Level;
  state: CustodyState;
  keeperNo?: string | null;
  place: { cabinetCode?: string | null; roomCode?: string | null; portalCode?: string | null };
  permit?: { id: string; permitNo: string; validUntil: string; returnBy: string } | null;
  since?: string | null;
  history: CustodyEntry[];
}

export const PERMIT_STATES = ['PENDING', 'ACTIVE', 'REJECTED', 'REVOKED', 'EXPIRED', 'CLOSED'] as const;
export type PermitState = (typeof PERMIT_STATES)[number];

export interface PermitItem {
  itemId: string;
  ledgerNo: string;
  kind: string;
  level: Level;
}

export type Decision = 'APPROVE' | 'REJECT';

export interface PermitDecision {
  by: string;
  role: string;
  decision: Decision;
  comment?: string | null;
  at: string;
}

export interface ExitPermitRequest {
  itemIds: string[];
  holderNo: string;
  portalCodes: string[];
  validFrom: string;
  validUntil: string;
  returnBy: string;
  destination: string;
  purpose: string;
  packaging: string;
}

export interface ExitPermit extends ExitPermitRequest {
  id: string;
  permitNo: string;
  state: PermitState;
  items: PermitItem[];
  requestedBy: string;
  requestedAt: string;
  decisions: PermitDecision[];
  version: number;
}
