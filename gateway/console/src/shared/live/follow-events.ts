import type { OwnStreams } from '@/api/live';
import { problemOf } from '@/shared/api/problem';
import { readEvents } from '@/shared/live/sse';

const PAUSE_MS = 1_000;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

async function readOnce(path: string, event: string, signal: AbortSignal, onData: (data: string) => void) {
  let response: Response;
  try {
    response = await fetch(path, { headers: { Accept: 'text/event-stream' }, cache: 'no-store', signal });
  } catch {
    return;
  }
  if (response.status >= 400 && response.status < 500) throw await problemOf(response);
  if (!response.ok || !response.body) return;
  // A line that breaks has the same remedy as one that ends: the loop below opens another.
  await readEvents(
    response.body,
    ({ name, data }) => name === event && onData(data),
    () => undefined,
  ).catch(() => undefined);
}

/**
 * Follows the events of that name on a stream of their own, through broken lines, until the signal aborts it.
 *
 * @throws ApiProblem when the gateway refuses
 */
export async function followEvents<K extends keyof OwnStreams>(
  path: string,
  event: K,
  signal: AbortSignal,
  onEvent: (event: OwnStreams[K]) => void,
): Promise<void> {
  for (;;) {
    await readOnce(path, event, signal, (data) => {
      if (!signal.aborted) onEvent(JSON.parse(data) as OwnStreams[K]);
    });
    if (signal.aborted) return;
    await pause();
  }
}
