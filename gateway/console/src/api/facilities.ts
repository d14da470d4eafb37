import type { Level } from './common';

export interface Room {
  code: string;
  name: string;
}

export interface Cabinet {
  code: string;
  roomCode: string;
  name: string;
  maxLevel: Level;
}

/** What the ledger expects in a cabinet beside what was last seen there. */
export interface CabinetItem {
  itemId: string;
  ledgerNo: string;
  kind: string;
  level: Level;
  expected: boolean;
  observedAt?: string | null;
}

export interface CabinetContents {
  cabinet: Cabinet;
  items: CabinetItem[];
  next?: string | null;
}

export type Zone = 'INSIDE' | 'OUTSIDE';
export type FailMode = 'SECURE' | 'OPEN';

export interface Portal {
  code: string;
  roomCode: string;
  reader: { host: string; port: number; tls: boolean };
  antennas: { id: number; zone: Zone }[];
  gpo: { alarm: number };
  alarmSeconds: number;
  failMode: FailMode;
  version: number;
}
