import type { EvidenceRead } from '@/api/incidents';

export const SIDES = ['INSIDE', 'OUTSIDE'] as const;

export type Side = (typeof SIDES)[number];

/** A read by when it was, in seconds from the decision (before it: negative). */
export interface PlottedRead {
  side: Side;
  antenna: number;
  seconds: number;
  dbm: number;
}

export interface Plot {
  reads: PlottedRead[];
  from: number;
  to: number;
  weakest: number;
  strongest: number;
  /** Where lines of equal strength are drawn. */
  levels: number[];
  /** Where the time is written. */
  moments: number[];
}

const LEVEL_STEP = 10;
const MILLIS = 1000;
/** Of these the finest that leaves room for the words below the line. */
const MOMENT_STEPS = [0.1, 0.2, 0.5, 1, 2, 5];
const MOST_MOMENTS = 7;
const LEAST_SPAN = 0.2;

/** The time of day to the microsecond: `Date` would cut it off, and the order of reads with it. */
function secondsOf(instant: string): number {
  const fraction = /\.(\d+)/.exec(instant)?.[1] ?? '';
  return Math.floor(Date.parse(instant) / MILLIS) + Number(`0.${fraction || '0'}`);
}

const sideOf = (read: EvidenceRead): Side | undefined => SIDES.find((side) => side === read.zone);

function momentsOf(from: number, to: number): number[] {
  const step = MOMENT_STEPS.find((step) => (to - from) / step < MOST_MOMENTS) ?? (to - from) / MOST_MOMENTS;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, i) => (first + i) * step);
}

/** Null where there is no line to be seen: too few reads, or reads of which nobody told the side. */
export function plotOf(reads: EvidenceRead[], decidedAt: string): Plot | null {
  const decided = secondsOf(decidedAt);
  const plotted = reads.flatMap((read): PlottedRead[] => {
    const side = sideOf(read);
    return side ? [{ side, antenna: read.antenna, seconds: secondsOf(read.seenAt) - decided, dbm: read.rssiDbm }] : [];
  });
  if (plotted.length < 2) return null;
  const seconds = plotted.map((read) => read.seconds);
  const dbm = plotted.map((read) => read.dbm);
  const from = Math.min(...seconds, -LEAST_SPAN);
  const to = Math.max(...seconds, 0);
  const weakest = Math.floor(Math.min(...dbm) / LEVEL_STEP) * LEVEL_STEP;
  const strongest = Math.max(Math.ceil(Math.max(...dbm) / LEVEL_STEP) * LEVEL_STEP, weakest + LEVEL_STEP);
  const count = (strongest - weakest) / LEVEL_STEP;
  return {
    reads: plotted,
    from,
    to,
    weakest,
    strongest,
    levels: Array.from({ length: count + 1 }, (_, i) => weakest + i * LEVEL_STEP),
    moments: momentsOf(from, to),
  };
}
