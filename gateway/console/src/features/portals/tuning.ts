import type { Portal, PortalAntenna, PortalSettings, PortalTuning } from '@/api/facilities';

/** A portal as it is put in its place. */
export type NamedPortal = PortalSettings & { code: string };

/** What the tuning page changes; an empty field is null. */
export interface TuningValues {
  tuning: { [K in Knob]?: number | null };
  antennas: { id: number; strayDbm?: number | null; offsetDb?: number | null }[];
}

export type Knob = keyof PortalTuning;

interface Bounds {
  min: number;
  max: number;
  step: number;
}

/** As the API has them. */
export const KNOBS: Record<Knob, Bounds> = {
  certainty: { min: 0.5, max: 0.99, step: 0.01 },
  leadMetres: { min: 0, max: 0.5, step: 0.05 },
  fadeDb: { min: 2, max: 15, step: 0.1 },
  leastSwingDb: { min: 0, max: 30, step: 0.5 },
};

export const STRAY: Bounds = { min: -120, max: 0, step: 0.5 };
export const OFFSET: Bounds = { min: -30, max: 30, step: 0.5 };

export const knobs = Object.keys(KNOBS) as Knob[];

export const valuesOf = (portal: Portal): TuningValues => ({
  tuning: { ...portal.tuning },
  antennas: portal.antennas.map(({ id, strayDbm, offsetDb }) => ({ id, strayDbm, offsetDb })),
});

/** The API takes no nulls: what is empty is left out. */
const given = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== '')) as T;

/** The portal as it is, for a change of parts of it. */
function settingsOf({ version: _, reader, ...settings }: Portal): NamedPortal {
  if (!reader) throw new Error('only those who know the reader change a portal');
  return { ...settings, reader };
}

/** The portal put up or taken down, and otherwise as it is. */
export const turned = (portal: Portal, active: boolean): NamedPortal => ({ ...settingsOf(portal), active });

export function tuned(portal: Portal, values: TuningValues): NamedPortal {
  const levels = new Map(values.antennas.map(({ id, ...levels }) => [id, levels]));
  const tuning = given(values.tuning) as PortalTuning;
  return {
    ...settingsOf(portal),
    antennas: portal.antennas.map((antenna) => given({ ...antenna, ...levels.get(antenna.id) }) as PortalAntenna),
    tuning,
  };
}

/** A suggestion is of strengths as the reader tells them; the level counts after the offset. */
export function withSuggestion(values: TuningValues, suggested: Record<string, number>): TuningValues['antennas'] {
  return values.antennas.map((antenna) => {
    const level = suggested[String(antenna.id)];
    return level === undefined ? antenna : { ...antenna, strayDbm: Math.min(0, level + (antenna.offsetDb ?? 0)) };
  });
}

/** What the form of a new portal begins with: the usual four antennas, and what the API would take for the rest. */
export const NEW_PORTAL = {
  reader: { port: 5084, tls: false },
  antennas: [
    { id: 1, zone: 'INSIDE' },
    { id: 2, zone: 'INSIDE' },
    { id: 3, zone: 'OUTSIDE' },
    { id: 4, zone: 'OUTSIDE' },
  ],
  gpo: { alarm: 1 },
  alarmSeconds: 10,
  failMode: 'SECURE',
  maxReplicaAgeSeconds: 300,
  sight: { minReadsPerMinute: 0 },
} as const;

/**
 * The portal as the form has it, with the tuning it had, if any: an edit of the one must not lose the other. One that is taken down
 * stays so: what is left out would put it up.
 */
export function edited(portal: Portal | undefined, values: NamedPortal): NamedPortal {
  const before = new Map(portal?.antennas.map((antenna) => [antenna.id, antenna]));
  return {
    ...given(values),
    code: portal?.code ?? values.code,
    reader: given(values.reader),
    tuning: portal?.tuning,
    active: portal?.active ?? true,
    antennas: values.antennas.map((antenna) => given({ ...before.get(antenna.id), ...antenna })),
  };
}
