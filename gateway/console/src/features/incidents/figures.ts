import type { CrossingFigure } from '@/api/incidents';

/** The figures of the gate's rule that have a name here, in the order of interest to whoever judges an alarm. */
export const KNOWN_FIGURES = [
  'probability',
  'own_probability',
  'position_m',
  'inside_dbm',
  'outside_dbm',
  'swing_db',
  'walking',
  'plain_air',
  'noise_db',
] as const;

export type KnownFigure = (typeof KNOWN_FIGURES)[number];

export const isKnown = (name: string): name is KnownFigure => (KNOWN_FIGURES as readonly string[]).includes(name);

export type FigureUnit = 'dBm' | 'dB' | 'm' | 's' | 'percent' | 'none';

const SUFFIXES: [string, FigureUnit][] = [
  ['_dbm', 'dBm'],
  ['_db', 'dB'],
  ['_m', 'm'],
  ['_s', 's'],
];

/** The unit stands at the end of a name; a known figure without one is a probability. */
export function unitOf(name: string): FigureUnit {
  const suffix = SUFFIXES.find(([end]) => name.endsWith(end));
  return suffix?.[1] ?? (isKnown(name) ? 'percent' : 'none');
}

const rank = ({ name }: CrossingFigure) => (isKnown(name) ? KNOWN_FIGURES.indexOf(name) : KNOWN_FIGURES.length);

/** Known ones first; those of a newer rule keep its order. */
export const inOrder = (figures: CrossingFigure[]) => [...figures].sort((one, other) => rank(one) - rank(other));
