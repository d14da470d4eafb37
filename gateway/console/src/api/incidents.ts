import type { components } from './generated/incidents';

type Schemas = components['schemas'];

export type IncidentKind = Schemas['IncidentKind'];
export type IncidentState = Schemas['IncidentStatus'];
export type Incident = Schemas['IncidentItemView'];
export type IncidentDetail = Schemas['IncidentView'];
export type EvidenceRead = Schemas['EvidenceView'];
export type IncidentCrossing = Schemas['CrossingView'];
export type CrossingFigure = Schemas['CrossingFigure'];

export const INCIDENT_STATES = ['OPEN', 'ACKNOWLEDGED', 'CLOSED'] as const satisfies readonly IncidentState[];

export const INCIDENT_KINDS = [
  'UNAUTHORIZED_EXIT',
  'TAG_ANOMALY',
  'DUPLICATE_TAG',
  'PORTAL_BLIND',
  'PORTAL_MUTE',
] as const satisfies readonly IncidentKind[];
