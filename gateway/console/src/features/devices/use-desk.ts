import { useCallback, useEffect, useState } from 'react';
import type { DeskSight } from '@/api/live';
import { followDesk } from './api/follow-desk';

const STORED = 'tallygate.desk';

/** The desk that this browser stands at, once somebody has said so. */
export function useMyDesk(): [string | null, (code: string) => void] {
  const [code, setCode] = useState(() => localStorage.getItem(STORED));
  const choose = useCallback((chosen: string) => {
    localStorage.setItem(STORED, chosen);
    setCode(chosen);
  }, []);
  return [code, choose];
}

interface Followed {
  code: string;
  sight: DeskSight | null;
  problem: unknown;
}

/** What lies on a desk now; nothing yet while `sight` is null. */
export function useDesk(code: string | null): Pick<Followed, 'sight' | 'problem'> {
  const [followed, setFollowed] = useState<Followed | null>(null);
  useEffect(() => {
    if (!code) return;
    const abort = new AbortController();
    followDesk(code, abort.signal, (sight) => setFollowed({ code, sight, problem: null })).catch((problem: unknown) => {
      if (!abort.signal.aborted) setFollowed({ code, sight: null, problem });
    });
    return () => abort.abort();
  }, [code]);
  // What was on another desk says nothing about this one.
  return followed && followed.code === code ? followed : { sight: null, problem: null };
}
