/** Levels in rising order of sensitivity; the index plus one is the rank. */
export const LEVELS = ['UNCLASSIFIED', 'INTERNAL', 'CONFIDENTIAL', 'SECRET', 'TOP_SECRET'] as const;
export type Level = (typeof LEVELS)[number];

/** Which of the two ledgers a level belongs to. */
export const isClassified = (level: Level) => LEVELS.indexOf(level) >= LEVELS.indexOf('CONFIDENTIAL');

/** One page of a list. `next` is an opaque cursor for `?after=`, absent on the last page. */
export interface Page<T> {
  items: T[];
  next?: string | null;
}

/** A field of a request that was refused. */
export interface Violation {
  field: string;
  code: string;
  message: string;
}

/** RFC 9457 problem details with our stable code. */
export interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  code: string;
  violations?: Violation[];
}
