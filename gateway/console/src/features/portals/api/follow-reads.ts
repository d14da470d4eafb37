import type { PortalReads } from '@/api/live';
import { followEvents } from '@/shared/live/follow-events';

/** Follows what the antennas of a portal read; see {@link followEvents}. */
export const followReads = (code: string, signal: AbortSignal, onReads: (reads: PortalReads) => void) =>
  followEvents(`/api/live/portals/${encodeURIComponent(code)}/reads`, 'reads', signal, onReads);
