export interface ServerEvent {
  id: string | undefined;
  name: string;
  data: string;
}

/** Takes the lines of one event apart; null for a comment or an event without data. */
function parseBlock(block: string): ServerEvent | null {
  let name = 'message';
  let id: string | undefined;
  const data: string[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith(':')) continue;
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'id') id = value;
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
  }
  return data.length ? { id, name, data: data.join('\n') } : null;
}

/** Longest event taken, in characters. A stream that sends no blank line must not fill the memory. */
const MAX_EVENT = 1_000_000;

/**
 * Reads a `text/event-stream` body. `onBytes` hears every arrival, comments (the heartbeat) included.
 * EventSource would do the same, but hides the status: an ended session would look like a broken line.
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: ServerEvent) => void,
  onBytes: () => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onBytes();
    rest = (rest + decoder.decode(value, { stream: true })).replaceAll('\r\n', '\n');
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    if (rest.length > MAX_EVENT) throw new Error('event too long');
    for (const block of blocks) {
      const event = parseBlock(block);
      if (event) onEvent(event);
    }
  }
}
