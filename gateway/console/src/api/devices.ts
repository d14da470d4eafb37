import type { Level } from './common';

export const DEVICE_KINDS = [
  'DESKTOP',
  'LAPTOP',
  'SERVER',
  'USB_DRIVE',
  'PORTABLE_DISK',
  'OPTICAL_DISC',
  'MEMORY_CARD',
  'TAPE',
] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

export const DEVICE_STATES = ['IN_USE', 'IN_REPAIR', 'SCRAPPED', 'DESTROYED'] as const;
export type DeviceState = (typeof DEVICE_STATES)[number];

export interface Tag {
  epc: string;
  tid?: string | null;
}

export interface DeviceRegistration {
  kind: DeviceKind;
  classified: boolean;
  level: Level;
  name: string;
  manufacturer: string;
  model: string;
  serialNo: string;
  diskSerialNo?: string | null;
  usbUniqueId?: string | null;
  departmentCode: string;
  keeperNo: string;
  cabinetCode?: string | null;
  tag?: Tag | null;
}

export interface Device extends DeviceRegistration {
  id: string;
  ledgerNo: string;
  state: DeviceState;
  version: number;
  registeredAt: string;
}

/** A JSON merge patch: what is absent stays, null clears. */
export interface DeviceChange {
  name?: string;
  manufacturer?: string;
  model?: string;
  keeperNo?: string;
  cabinetCode?: string | null;
  departmentCode?: string;
  level?: Level;
  tag?: Tag | null;
  state?: DeviceState;
  reason: string;
}

export interface DeviceHistoryEntry {
  at: string;
  actor: string;
  type: string;
  changedFields?: string[] | null;
  reason?: string | null;
  version: number;
}

export type ImportState = 'RUNNING' | 'COMPLETED' | 'FAILED';

export interface DeviceImport {
  id: string;
  dryRun: boolean;
  rows: number;
  accepted: number;
  rejected: number;
  state: ImportState;
  encoding?: string | null;
  problem?: string | null;
}

export interface ImportRejection {
  row: number;
  field?: string | null;
  code: string;
  message: string;
  value?: string | null;
}
