import { createContext, useContext } from 'react';
import type { Session } from '@/api/session';
import { allows, type Permission } from './access';

export const SessionContext = createContext<Session | null>(null);

/** The signed-in person; pages are rendered only once it is known. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of a session');
  return session;
}

export function useMay(permission: Permission): boolean {
  return allows(useSession().roles, permission);
}
