import type { DeskSight } from '@/api/live';
import { followEvents } from '@/shared/live/follow-events';

/** Follows what lies on a desk; see {@link followEvents}. */
export const followDesk = (code: string, signal: AbortSignal, onSight: (sight: DeskSight) => void) =>
  followEvents(`/api/live/desks/${encodeURIComponent(code)}/tags`, 'desk', signal, onSight);
