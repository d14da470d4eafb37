import type { components } from './generated/carriers';

type Schemas = components['schemas'];

export type Custody = Schemas['ItemView'];
export type CustodyEntry = Schemas['HistoryView'];
export type PermitState = Schemas['PermitState'];
export type PermitItem = Schemas['PermitItemView'];
export type Decision = Schemas['Verdict'];
export type DecisionRequest = Schemas['DecisionBody'];
export type PermitDecision = Schemas['DecisionView'];
export type ExitPermitRequest = Schemas['ExitPermitBody'];
export type ExitPermit = Schemas['ExitPermitView'];

export const PERMIT_STATES = [
  'PENDING',
  'ACTIVE',
  'REJECTED',
  'REVOKED',
  'EXPIRED',
  'CLOSED',
] as const satisfies readonly PermitState[];
