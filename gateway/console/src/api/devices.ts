import type { components } from './generated/devices';

type Schemas = components['schemas'];

export type DeviceKind = Schemas['DeviceKind'];
export type DeviceState = Schemas['DeviceState'];
export type Tag = Schemas['DeviceTag'];
export type EpcProposal = Schemas['EpcProposal'];
export type TagClaims = Schemas['TagClaims'];
export type TagClaim = Schemas['TagClaim'];
export type Device = Schemas['Device'];
export type DeviceRegistration = Schemas['NewDevice'];
/** A JSON merge patch: what is absent stays, null clears. */
export type DeviceChange = Schemas['DevicePatch'];
export type DeviceHistoryEntry = Schemas['DeviceHistoryItem'];
export type DeviceImport = Schemas['DeviceImport'];
export type ImportRejection = Schemas['DeviceImportRejection'];

export const DEVICE_KINDS = [
  'DESKTOP',
  'LAPTOP',
  'SERVER',
  'USB_DRIVE',
  'PORTABLE_DISK',
  'OPTICAL_DISC',
  'MEMORY_CARD',
  'TAPE',
] as const satisfies readonly DeviceKind[];

export const DEVICE_STATES = ['IN_USE', 'IN_REPAIR', 'SCRAPPED', 'DESTROYED'] as const satisfies readonly DeviceState[];
