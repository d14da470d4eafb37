import type { Role } from '@/api/session';

/**
 * What each part of the console asks for. It only spares people dead ends: the services decide for themselves.
 */
export const access = {
  gateBoard: ['guard', 'secrecy-officer', 'leader', 'facility-manager', 'system-admin'],
  incidents: ['guard', 'secrecy-officer', 'leader', 'facility-manager', 'it-staff', 'member', 'system-admin'],
  acknowledgeIncident: ['guard', 'secrecy-officer', 'leader', 'facility-manager'],
  devices: ['it-staff', 'secrecy-officer', 'leader', 'member', 'facility-manager'],
  keepDevices: ['it-staff'],
  cabinets: ['facility-manager', 'secrecy-officer', 'leader', 'it-staff', 'member'],
  permits: ['it-staff', 'secrecy-officer', 'leader', 'member', 'facility-manager'],
  requestPermit: ['it-staff', 'member', 'secrecy-officer', 'leader'],
  decidePermit: ['secrecy-officer', 'leader'],
  revokePermit: ['secrecy-officer', 'leader'],
  portals: ['facility-manager', 'system-admin'],
  keepPortals: ['facility-manager'],
  people: ['security-admin', 'secrecy-officer', 'leader', 'it-staff', 'facility-manager'],
  keepPeople: ['security-admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof access;

export function allows(roles: readonly Role[], permission: Permission): boolean {
  const wanted: readonly Role[] = access[permission];
  return roles.some((role) => wanted.includes(role));
}
