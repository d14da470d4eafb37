import { useCallback, useRef } from 'react';

// randomUUID exists in secure contexts only; a console reached over plain HTTP in an isolated network is none.
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Keys for `Idempotency-Key`: sending the same body again (after a time-out, or a double click) repeats its key, so that it is
 * carried out once; a changed body is a new request and gets a new key.
 */
export function useIdempotencyKey(): (body: unknown) => string {
  const last = useRef<{ body: string; key: string } | null>(null);
  return useCallback((body: unknown) => {
    const text = JSON.stringify(body);
    if (last.current?.body !== text) last.current = { body: text, key: randomKey() };
    return last.current.key;
  }, []);
}
