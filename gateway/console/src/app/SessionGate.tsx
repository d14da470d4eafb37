import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isProblem } from '@/shared/api/problem';
import { LiveProvider } from '@/shared/live/LiveProvider';
import { allows } from '@/shared/session/access';
import { sessionQuery } from '@/shared/session/get-session';
import { SessionContext } from '@/shared/session/session-context';
import { ErrorPage } from './pages/ErrorPage';
import { PageLoading } from './pages/PageLoading';

/** Nothing of the console is shown before it is known who is asking; the query client sends strangers to sign in. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data: session, error } = useQuery(sessionQuery);
  if (session) {
    return (
      <SessionContext value={session}>
        <LiveProvider enabled={allows(session.roles, 'gateBoard')}>{children}</LiveProvider>
      </SessionContext>
    );
  }
  const isLeaving = isProblem(error) && error.status === 401;
  return error && !isLeaving ? <ErrorPage error={error} /> : <PageLoading />;
}
