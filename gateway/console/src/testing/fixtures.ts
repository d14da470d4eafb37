import type { ExitPermit } from '@/api/carriers';
import type { Device } from '@/api/devices';
import type { Portal } from '@/api/facilities';
import type { Incident } from '@/api/incidents';
import type { Crossing } from '@/api/live';
import type { Role, Session } from '@/api/session';

export const signedIn = (username: string, ...roles: Role[]): Session => ({
  username,
  name: username,
  personNo: 'P0001',
  departmentCode: 'HQ',
  clearance: 'TOP_SECRET',
  roles,
});

export const aSecretLaptop = (changed: Partial<Device> = {}): Device => ({
  id: '11111111-1111-4111-8111-111111111111',
  ledgerNo: 'CC-2026-000123',
  kind: 'LAPTOP',
  classified: true,
  level: 'SECRET',
  name: 'Design laptop',
  manufacturer: 'Acme',
  model: 'T14',
  serialNo: 'SN-1',
  departmentCode: 'RD',
  keeperNo: 'P0101',
  cabinetCode: 'CAB-101-1',
  tag: { epc: '3414257BF400000000989681', epcUri: 'urn:epc:id:giai:0614141.10000001' },
  state: 'IN_USE',
  version: 1,
  registeredAt: '2026-03-01T08:00:00Z',
  ...changed,
});

export const aPortal = (changed: Partial<Portal> = {}): Portal => ({
  code: 'P-101',
  roomCode: 'R-101',
  reader: { host: '127.0.0.1', port: 5084, tls: false },
  antennas: [
    { id: 1, zone: 'INSIDE' },
    { id: 3, zone: 'OUTSIDE' },
  ],
  gpo: { alarm: 1 },
  alarmSeconds: 10,
  failMode: 'SECURE',
  maxReplicaAgeSeconds: 60,
  sight: { minReadsPerMinute: 0 },
  active: true,
  version: 1,
  ...changed,
});

export const aPermit = (changed: Partial<ExitPermit> = {}): ExitPermit => ({
  id: '22222222-2222-4222-8222-222222222222',
  permitNo: 'XP-2026-0007',
  state: 'PENDING',
  itemIds: [aSecretLaptop().id],
  items: [
    {
      itemId: aSecretLaptop().id,
      ledgerNo: aSecretLaptop().ledgerNo,
      kind: 'LAPTOP',
      level: 'SECRET',
      name: 'Design laptop',
    },
  ],
  holderNo: 'P0101',
  portalCodes: ['P-101'],
  validFrom: '2026-03-01T08:00:00Z',
  validUntil: '2026-03-01T18:00:00Z',
  returnBy: '2026-03-02T08:00:00Z',
  destination: 'Test site',
  purpose: 'Trial',
  packaging: 'Code box',
  requestedBy: 'registrar',
  requestedAt: '2026-03-01T07:00:00Z',
  decisions: [],
  version: 3,
  ...changed,
});

export const anAlarmedCrossing = (changed: Partial<Crossing> = {}): Crossing => ({
  crossingId: '33333333-3333-4333-8333-333333333333',
  portalCode: 'P-101',
  epc: '3414257BF400000000989681',
  epcUri: 'urn:epc:id:giai:0614141.10000001',
  itemId: aSecretLaptop().id,
  kind: 'LAPTOP',
  level: 'SECRET',
  departmentCode: 'RD',
  direction: 'OUT',
  decidedAt: new Date().toISOString(),
  verdict: 'ALARM',
  reason: 'NO_PERMIT',
  ...changed,
});

export const anIncident = (changed: Partial<Incident> = {}): Incident => ({
  id: '44444444-4444-4444-8444-444444444444',
  kind: 'UNAUTHORIZED_EXIT',
  reason: 'NO_PERMIT',
  itemId: aSecretLaptop().id,
  itemKind: 'LAPTOP',
  level: 'SECRET',
  departmentCode: 'RD',
  epc: '3414257BF400000000989681',
  epcUri: 'urn:epc:id:giai:0614141.10000001',
  portalCode: 'P-101',
  detectedAt: new Date().toISOString(),
  state: 'OPEN',
  crossingId: anAlarmedCrossing().crossingId,
  version: 1,
  ...changed,
});
