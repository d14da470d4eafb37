import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** A list's filter lives in the address, so that it survives a reload and can be passed on. */
export function useSearchFilter<K extends string>(keys: readonly K[]) {
  const [params, setParams] = useSearchParams();
  const filter = Object.fromEntries(keys.map((key) => [key, params.get(key) ?? undefined])) as Partial<
    Record<K, string>
  >;
  const change = useCallback(
    (changed: Partial<Record<K, string | undefined>>) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [key, value] of Object.entries(changed) as [K, string | undefined][]) {
            if (value) after.set(key, value);
            else after.delete(key);
          }
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [filter, change] as const;
}
