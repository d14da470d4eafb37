import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Incident } from '@/api/incidents';
import type { Crossing, PortalHealth } from '@/api/live';
import type { LiveStream } from './live-stream';

/** Crossings kept for the board; older ones are in the services. */
const KEPT = 200;

export interface GateSnapshot {
  /** Newest first. */
  crossings: readonly Crossing[];
  health: ReadonlyMap<string, PortalHealth>;
  /** Crossings whose incident has arrived, so that an alarm is not shown twice. */
  answered: ReadonlySet<string>;
}

/**
 * What the gates told this tab since it was opened. It outlives the board, for the state of the portals is sent only when the
 * stream connects.
 */
export class GateFeed {
  private snapshot: GateSnapshot = { crossings: [], health: new Map(), answered: new Set() };
  private readonly watchers = new Set<() => void>();

  constructor(stream: LiveStream) {
    stream.on('crossing', (crossing) => {
      const others = this.snapshot.crossings.filter(({ crossingId }) => crossingId !== crossing.crossingId);
      this.become({ crossings: [crossing, ...others].slice(0, KEPT) });
    });
    stream.on('portal-health', (health) => {
      this.become({ health: new Map(this.snapshot.health).set(health.portalCode, health) });
    });
    stream.on('portal', ({ portalCode, active }) => {
      if (active) return;
      const health = new Map(this.snapshot.health);
      health.delete(portalCode);
      this.become({ health });
    });
    stream.on('incident', (incident) => this.answer([incident]));
  }

  /** These incidents are known here, whether they came by the stream or were loaded. */
  answer(incidents: readonly Incident[]): void {
    const { answered } = this.snapshot;
    const added = incidents.flatMap(({ crossingId }) => (crossingId && !answered.has(crossingId) ? [crossingId] : []));
    if (added.length > 0) this.become({ answered: new Set([...answered, ...added]) });
  }

  readonly current = (): GateSnapshot => this.snapshot;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  private become(changed: Partial<GateSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...changed };
    this.watchers.forEach((watcher) => watcher());
  }
}

export const GateFeedContext = createContext<GateFeed | null>(null);

export function useGateFeedControl(): GateFeed {
  const feed = useContext(GateFeedContext);
  if (!feed) throw new Error('gate feed used outside of its provider');
  return feed;
}

export function useGateFeed(): GateSnapshot {
  const feed = useGateFeedControl();
  return useSyncExternalStore(feed.watch, feed.current);
}
