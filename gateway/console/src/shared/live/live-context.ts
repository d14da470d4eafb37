import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { LiveEvents } from '@/api/live';
import type { LiveState, LiveStream } from './live-stream';

export const LiveContext = createContext<LiveStream | null>(null);

function useStream(): LiveStream {
  const stream = useContext(LiveContext);
  if (!stream) throw new Error('live stream used outside of its provider');
  return stream;
}

export function useLiveState(): LiveState {
  const stream = useStream();
  return useSyncExternalStore(stream.watch, () => stream.state);
}

/** Grows with each (re)connection: what was loaded under a lower number may have missed events. */
export function useLiveConnections(): number {
  const stream = useStream();
  return useSyncExternalStore(stream.watch, () => stream.connections);
}

/** Calls `handler` for each event of that name while mounted. Keep the handler stable. */
export function useLiveEvent<K extends keyof LiveEvents>(name: K, handler: (event: LiveEvents[K]) => void): void {
  const stream = useStream();
  useEffect(() => stream.on(name, handler), [stream, name, handler]);
}
