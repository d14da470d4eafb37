import type { Incident, IncidentKind } from '@/api/incidents';
import type { GateSnapshot } from '@/shared/live/gate-feed';

/** Something at a gate that waits for a person. The incident may come a moment after the crossing that causes it. */
export interface Alarm {
  key: string;
  portalCode: string;
  at: string;
  reason: string;
  epc: string | null | undefined;
  epcUri: string | null | undefined;
  kind: string | null | undefined;
  level: string | null | undefined;
  departmentCode: string | null | undefined;
  incident: Incident | undefined;
}

/** How often what is shown is compared with the clock. */
export const CLOCK_MS = 15_000;

/** How long an alarmed crossing is shown on its own when its incident does not arrive. */
const ORPHAN_MS = 10 * 60_000;

/** What is wrong with a portal itself is on its tile. */
const OF_PORTAL: readonly IncidentKind[] = ['PORTAL_BLIND', 'PORTAL_MUTE'];

const isAlarm = (incident: Incident) => incident.state === 'OPEN' && !OF_PORTAL.includes(incident.kind);

/** Open alarms, newest first: open incidents, and alarmed crossings whose incident is still on its way. */
export function alarmsOf(open: readonly Incident[], gates: GateSnapshot, now: number): Alarm[] {
  const crossings = new Map(gates.crossings.map((crossing) => [crossing.crossingId, crossing]));
  const known = new Set(open.map((incident) => incident.crossingId));
  const fromIncidents = open.filter(isAlarm).map((incident) => ({
    key: incident.id,
    portalCode: incident.portalCode,
    at: incident.detectedAt,
    reason: incident.reason,
    epc: incident.epc,
    epcUri: incident.epcUri,
    kind: incident.itemKind ?? crossings.get(incident.crossingId ?? '')?.kind,
    level: incident.level,
    departmentCode: incident.departmentCode,
    incident,
  }));
  const orphans = gates.crossings
    .filter(({ verdict, decidedAt }) => verdict === 'ALARM' && now - Date.parse(decidedAt) < ORPHAN_MS)
    .filter(({ crossingId }) => !known.has(crossingId) && !gates.answered.has(crossingId))
    .map((crossing) => ({
      key: crossing.crossingId,
      portalCode: crossing.portalCode,
      at: crossing.decidedAt,
      reason: crossing.reason,
      epc: crossing.epc,
      epcUri: crossing.epcUri,
      kind: crossing.kind,
      level: crossing.level,
      departmentCode: crossing.departmentCode,
      incident: undefined,
    }));
  return [...fromIncidents, ...orphans].sort((one, other) => other.at.localeCompare(one.at));
}
