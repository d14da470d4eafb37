import type { components } from './generated/facilities';

type Schemas = components['schemas'];

export type Room = Schemas['RoomView'];
export type Cabinet = Schemas['CabinetSummary'];
export type CabinetContents = Schemas['ContentsView'];
export type CabinetItem = Schemas['ContentItemView'];
export type Portal = Schemas['PortalView'];
export type PortalSettings = Schemas['PortalBody'];
export type PortalAntenna = Portal['antennas'][number];
export type PortalTuning = NonNullable<Portal['tuning']>;
export type Zone = Portal['antennas'][number]['zone'];
export type Desk = Schemas['DeskView'];
export type DeskSettings = Schemas['DeskBody'];
