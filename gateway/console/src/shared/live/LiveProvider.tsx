import { type ReactNode, useEffect, useState } from 'react';
import { signIn } from '@/shared/session/sign-in';
import { GateFeed, GateFeedContext } from './gate-feed';
import { LiveContext } from './live-context';
import { LiveStream } from './live-stream';

interface LiveProviderProps {
  /** Whether this person has any use for the stream. */
  enabled: boolean;
  children: ReactNode;
}

/** Opens the tab's one live stream and keeps it open while the console is. */
export function LiveProvider({ enabled, children }: LiveProviderProps) {
  const [{ stream, feed }] = useState(() => {
    const created = new LiveStream(signIn);
    return { stream: created, feed: new GateFeed(created) };
  });
  useEffect(() => {
    if (enabled) stream.start();
    return () => stream.stop();
  }, [stream, enabled]);
  return (
    <LiveContext value={stream}>
      <GateFeedContext value={feed}>{children}</GateFeedContext>
    </LiveContext>
  );
}
