import type { LiveEvents } from '@/api/live';
import { readEvents, type ServerEvent } from './sse';

export type LiveState = 'connecting' | 'open' | 'interrupted';

/** Waits before each further attempt; the last one repeats. A gate must not stay unwatched for long. */
const BACKOFF_MS = [500, 1_000, 2_000, 5_000];
/** A line that brings nothing, not even a heartbeat, for this long is taken for dead. */
const SILENCE_MS = 45_000;

type Handler<K extends keyof LiveEvents> = (event: LiveEvents[K]) => void;
type AnyHandler = (event: LiveEvents[keyof LiveEvents]) => void;

/**
 * The one connection of this tab to `GET /api/live`. It reconnects by itself for as long as it is open; `state` says whether
 * what is on the screen can be trusted to be current.
 */
export class LiveStream {
  private readonly handlers = new Map<string, Set<AnyHandler>>();
  private readonly watchers = new Set<() => void>();
  private current: LiveState = 'connecting';
  private opened = 0;
  private abort: AbortController | null = null;
  private lastId: string | undefined;

  constructor(
    private readonly onUnauthenticated: () => void,
    private readonly backoffMs: readonly number[] = BACKOFF_MS,
  ) {}

  get state(): LiveState {
    return this.current;
  }

  /** How often the stream was opened; grows with each reconnect, after which anything may have been missed. */
  get connections(): number {
    return this.opened;
  }

  on<K extends keyof LiveEvents>(name: K, handler: Handler<K>): () => void {
    const set = this.handlers.get(name) ?? new Set();
    this.handlers.set(name, set);
    set.add(handler as AnyHandler);
    return () => set.delete(handler as AnyHandler);
  }

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  start(): void {
    if (this.abort) return;
    const abort = new AbortController();
    this.abort = abort;
    void this.run(abort.signal);
  }

  stop(): void {
    this.abort?.abort();
    this.abort = null;
  }

  private async run(signal: AbortSignal): Promise<void> {
    let attempt = 0;
    while (!signal.aborted) {
      const connectionsBefore = this.opened;
      const outcome = await this.connect(signal);
      if (this.abort?.signal !== signal) return;
      this.become('interrupted');
      if (outcome === 'unauthenticated') {
        this.onUnauthenticated();
        return;
      }
      if (this.opened > connectionsBefore) attempt = 0;
      const wait = this.backoffMs[Math.min(attempt++, this.backoffMs.length - 1)];
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  /** One connection, from its request to its end, whatever ends it. */
  private async connect(signal: AbortSignal): Promise<'unauthenticated' | 'ended'> {
    const silence = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
    };
    heard();
    try {
      const response = await fetch('/api/live', {
        headers: {
          Accept: 'text/event-stream',
          ...(this.lastId === undefined ? {} : { 'Last-Event-ID': this.lastId }),
        },
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.any([signal, silence.signal]),
      });
      if (response.status === 401) return 'unauthenticated';
      if (!response.ok || !response.body) return 'ended';
      this.opened += 1;
      this.become('open');
      await readEvents(response.body, (event) => this.dispatch(event), heard);
    } catch {
      // Every reason to lose the line has the same remedy: the loop in run() connects again.
    } finally {
      clearTimeout(timer);
    }
    return 'ended';
  }

  private dispatch({ id, name, data }: ServerEvent): void {
    // With it the server sends what happened between two connections.
    this.lastId = id ?? this.lastId;
    const event = JSON.parse(data) as LiveEvents[keyof LiveEvents];
    this.handlers.get(name)?.forEach((handler) => handler(event));
  }

  private become(state: LiveState): void {
    this.current = state;
    this.watchers.forEach((watcher) => watcher());
  }
}
