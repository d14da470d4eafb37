import { useState } from 'react';

/** Where a keyset-paged list stands. Cursors point forward only, so the way back is remembered. */
export interface Cursor {
  after: string | undefined;
  page: number;
  forward: (next: string) => void;
  back: () => void;
}

/** `resetKey`: when the filter or order changes, its cursors are void and the list starts over. */
export function useCursor(resetKey: string): Cursor {
  const [trail, setTrail] = useState<{ key: string; cursors: string[] }>({ key: resetKey, cursors: [] });
  const cursors = trail.key === resetKey ? trail.cursors : [];
  return {
    after: cursors.at(-1),
    page: cursors.length + 1,
    forward: (next) => setTrail({ key: resetKey, cursors: [...cursors, next] }),
    back: () => setTrail({ key: resetKey, cursors: cursors.slice(0, -1) }),
  };
}
