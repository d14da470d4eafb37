import type { Level } from './common';

export const ROLES = [
  'it-staff',
  'secrecy-officer',
  'leader',
  'facility-manager',
  'member',
  'guard',
  'system-admin',
  'security-admin',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

export interface Session {
  username: string;
  name?: string | null;
  personNo?: string | null;
  departmentCode?: string | null;
  clearance?: Level | null;
  /** May hold roles of the sign-in server besides ours. */
  roles: Role[];
}
