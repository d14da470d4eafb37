import type { PortalReads } from '@/api/live';
import { problemOf } from '@/shared/api/problem';
import { readEvents } from '@/shared/live/sse';

const PAUSE_MS = 1_000;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

async function readOnce(path: string, signal: AbortSignal, onReads: (reads: PortalReads) => void): Promise<void> {
  let response: Response;
  try {
    response = await fetch(path, { headers: { Accept: 'text/event-stream' }, cache: 'no-store', signal });
  } catch {
    return;
  }
  if (response.status >= 400 && response.status < 500) throw await problemOf(response);
  if (!response.ok || !response.body) return;
  const take = (data: string) => onReads(JSON.parse(data) as PortalReads);
  // A line that breaks has the same remedy as one that ends: the loop below opens another.
  await readEvents(
    response.body,
    ({ name, data }) => name === 'reads' && take(data),
    () => undefined,
  ).catch(() => undefined);
}

/**
 * Follows what the antennas of a portal read, through broken lines, until the signal aborts it.
 *
 * @throws ApiProblem when the gateway refuses
 */
export async function followReads(
  code: string,
  signal: AbortSignal,
  onReads: (reads: PortalReads) => void,
): Promise<void> {
  const path = `/api/live/portals/${encodeURIComponent(code)}/reads`;
  for (;;) {
    await readOnce(path, signal, (reads) => {
      if (!signal.aborted) onReads(reads);
    });
    if (signal.aborted) return;
    await pause();
  }
}
