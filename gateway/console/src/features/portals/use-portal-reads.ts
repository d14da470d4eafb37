import { useEffect, useReducer } from 'react';
import type { PortalReads } from '@/api/live';
import { followReads } from './api/follow-reads';

/** So long must the gate be kept clear for its stray level to be learnt. */
export const LEARN_SECONDS = 60;

interface State {
  /** Each stream begins to learn anew. */
  round: number;
  latest: PortalReads | null;
  learning: boolean;
  /** Antenna number to dBm, as it was when the time was up: what passes later must not raise it. */
  learned: Record<string, number> | null;
  problem: unknown;
}

type Action = { type: 'learn' } | { type: 'reads'; reads: PortalReads } | { type: 'refused'; problem: unknown };

const START: State = { round: 0, latest: null, learning: false, learned: null, problem: null };

function next(state: State, action: Action): State {
  switch (action.type) {
    case 'learn':
      return { ...state, round: state.round + 1, latest: null, learning: true, learned: null, problem: null };
    case 'refused':
      return { ...state, problem: action.problem, learning: false };
    case 'reads': {
      const done = state.learning && action.reads.observedSeconds >= LEARN_SECONDS;
      return {
        ...state,
        latest: action.reads,
        learning: state.learning && !done,
        learned: done ? action.reads.suggestedStrayDbm : state.learned,
      };
    }
  }
}

/** What the antennas of a portal read now, and the learning of its stray level. */
export function usePortalReads(code: string) {
  const [state, dispatch] = useReducer(next, START);
  const { round } = state;
  useEffect(() => {
    const abort = new AbortController();
    followReads(code, abort.signal, (reads) => dispatch({ type: 'reads', reads })).catch((problem: unknown) => {
      if (!abort.signal.aborted) dispatch({ type: 'refused', problem });
    });
    return () => abort.abort();
  }, [code, round]);
  return { ...state, learn: () => dispatch({ type: 'learn' }) };
}
