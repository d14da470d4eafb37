/** Periods a list of incidents can be narrowed to, in hours. */
export const PERIODS = { day: 24, week: 24 * 7, month: 24 * 30 } as const;
export type Period = keyof typeof PERIODS;

const MINUTE_MS = 60_000;

/** Start of the period as an instant, on whole minutes, so that the same list is asked for while somebody looks at it. */
export function sinceOf(period: string | undefined, now: number): string | undefined {
  if (!period || !(period in PERIODS)) return undefined;
  const start = now - PERIODS[period as Period] * 60 * MINUTE_MS;
  return new Date(Math.floor(start / MINUTE_MS) * MINUTE_MS).toISOString();
}
