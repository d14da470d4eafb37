import type { Level } from './common';
import type { Incident } from './incidents';

export type Verdict = 'ALARM' | 'ALLOW' | 'RECORD';

export interface Crossing {
  crossingId: string;
  portalCode: string;
  epc: string;
  epcUri?: string | null;
  itemId?: string | null;
  kind?: string | null;
  level?: Level | null;
  departmentCode?: string | null;
  direction: 'OUT' | 'IN';
  decidedAt: string;
  verdict: Verdict;
  reason: string;
  permitId?: string | null;
  /** Rule and tuning that found it. */
  ruleVersion?: string | null;
  /** 0 to 1. */
  confidence?: number | null;
}

/** A portal was put up or taken down; what was told of one taken down is void. */
export interface PortalUse {
  portalCode: string;
  active: boolean;
}

export type PortalState = 'WATCHING' | 'CONNECTING' | 'BLIND';

export interface PortalHealth {
  portalCode: string;
  state: PortalState;
  reason?: string | null;
  detail?: string | null;
  since?: string | null;
  readsPerSecond?: number | null;
  alarmOn?: boolean | null;
  /** Records kept on the gate's disk, not yet in Kafka. */
  spoolDepth?: number | null;
  /** Times the reader became ready since the bridge began to watch it. */
  connects?: number | null;
  /** The reader's clock less the bridge's. */
  clockSkewMillis?: number | null;
  /** Reads left out because they came faster than they could leave. */
  thinnedReads?: number | null;
  /** Absent from a bridge that does not tell them. */
  figures?: PortalFigures | null;
  warnings?: PortalWarning[] | null;
}

/** What a portal has counted since its bridge was started. */
export interface PortalFigures {
  alarmed: number;
  allowed: number;
  recorded: number;
  /** Crossings of tags that are not ours. */
  foreign: number;
  /** Of the latest alarm, from the report that decided it; absent before the first. */
  timeToAlarmMillis?: number | null;
  slowestTimeToAlarmMillis?: number | null;
  /** Not yet taken by the disk of the bridge. */
  queuedCrossings: number;
  queuedReads: number;
}

/** Something that is wrong with a portal without blinding it. */
export interface PortalWarning {
  code: string;
  detail?: string | null;
  since?: string | null;
}

/** A second of one antenna; strengths in dBm as the reader told them, absent without reads. */
export interface AntennaReads {
  id: number;
  reads: number;
  tags: number;
  strongestDbm?: number | null;
  medianDbm?: number | null;
}

/** Event `reads` of `GET /api/live/portals/{code}/reads`, once a second. */
export interface PortalReads {
  at: string;
  antennas: AntennaReads[];
  /** By antenna number, of all that was read since this stream was opened. */
  suggestedStrayDbm: Record<string, number>;
  observedSeconds: number;
}

/** A tag on a desk. */
export interface DeskTag {
  epc: string;
  epcUri: string;
  /** Absent while the reader has not read it. */
  tid?: string;
  /** Strongest of the last seconds. */
  rssiDbm: number;
}

/** Event `desk` of `GET /api/live/desks/{code}/tags`, whenever it changes. */
export interface DeskSight {
  deskCode: string;
  /** UNWATCHED: no bridge tells of this desk. */
  state: PortalState | 'UNWATCHED';
  reason?: string;
  detail?: string;
  /** The reader reads no TIDs. */
  noTid: boolean;
  /** Strongest first. */
  tags: DeskTag[];
}

/** Events of `GET /api/live`, by their SSE event name. */
export interface LiveEvents {
  crossing: Crossing;
  incident: Incident;
  'portal-health': PortalHealth;
  portal: PortalUse;
}

/** Events of the streams that only those open who need them, by their SSE event name. */
export interface OwnStreams {
  reads: PortalReads;
  desk: DeskSight;
}
