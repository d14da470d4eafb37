import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import type { DeskSight } from '@/api/live';
import type { Role } from '@/api/session';
import { anAlarmedCrossing, anIncident, aPortal, aSecretLaptop, signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { liveStream, problem, server } from '@/testing/server';

const URI = 'urn:epc:id:giai:0614141.10000001';
const HEX = '3414257BF400000000989681';

const aGuardedPortal = aPortal({ sight: { referenceEpc: HEX, referenceEpcUri: URI, minReadsPerMinute: 0 } });

const events = (text: string) => {
  const body = new ReadableStream<Uint8Array>({ start: (out) => out.enqueue(new TextEncoder().encode(text)) });
  return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } });
};

const aTagOnTheDesk: DeskSight = {
  deskCode: 'D-101',
  state: 'WATCHING',
  noTid: false,
  tags: [{ epc: HEX, epcUri: URI, rssiDbm: -42 }],
};

const aClaim = {
  field: 'tag.epc',
  code: 'DUPLICATE_EPC',
  retired: false,
  ledgerNo: 'CC-2026-000777',
  deviceId: 'other',
};

/** A ledger and gates that know one tag, wherever it is asked for. */
function oneTagEverywhere(claims: (typeof aClaim)[]) {
  server.use(
    http.get('*/api/incidents', () => HttpResponse.json({ items: [anIncident()] })),
    http.get('*/api/incidents/:id', () => HttpResponse.json({ ...anIncident(), evidence: [], history: [] })),
    http.get('*/api/devices', () => HttpResponse.json({ items: [aSecretLaptop()] })),
    http.get('*/api/devices/tag-claims', () => HttpResponse.json({ epc: HEX, epcUri: URI, claims })),
    http.get('*/api/devices/:id', () => HttpResponse.json(aSecretLaptop())),
    http.get('*/api/devices/:id/history', () => HttpResponse.json({ items: [] })),
    http.get('*/api/carriers/items/:id', () => problem(404, 'NOT_FOUND')),
    http.get('*/api/facilities/portals', () => HttpResponse.json({ items: [aGuardedPortal] })),
    http.get('*/api/facilities/portals/P-101', () => HttpResponse.json(aGuardedPortal)),
    http.get('*/api/live/portals/P-101/reads', () => events('')),
    http.get('*/api/live/desks/:code/tags', () => events(`event: desk\ndata: ${JSON.stringify(aTagOnTheDesk)}\n\n`)),
  );
}

interface Place {
  at: string;
  as: Role;
  /** Where on the page it stands. */
  within: string;
  /** Opens what is not open at once. */
  opened?: (user: UserEvent) => Promise<void>;
  claims?: (typeof aClaim)[];
  /** It shows what passes while it is looked at. */
  passing?: boolean;
}

async function theDesk(user: UserEvent) {
  await user.click(await screen.findByRole('button', { name: 'Read from desk' }));
}

const aDevice = `/devices/${aSecretLaptop().id}`;
const places: Record<string, Place> = {
  'alarm banner': { at: '/gates', as: 'guard', within: '.tg-alarm' },
  'feed of the gate board': { at: '/gates', as: 'guard', within: '.tg-feed', passing: true },
  'incident list': { at: '/incidents', as: 'secrecy-officer', within: '.tg-table' },
  incident: { at: `/incidents/${anIncident().id}`, as: 'secrecy-officer', within: 'main' },
  'device list': { at: '/devices', as: 'it-staff', within: '.tg-table' },
  device: { at: aDevice, as: 'it-staff', within: 'main' },
  'test walk': { at: '/portals/P-101/tuning', as: 'facility-manager', within: '.tg-reads', passing: true },
  'desk window': { at: '/devices/register', as: 'it-staff', within: '.ant-modal', opened: theDesk },
  'tag claim': {
    at: '/devices/register',
    as: 'it-staff',
    within: '.ant-modal',
    claims: [aClaim],
    opened: async (user) => {
      await theDesk(user);
      await screen.findByText('This EPC is on another device already');
    },
  },
  'portal form': {
    at: '/portals',
    as: 'facility-manager',
    within: '.ant-drawer',
    opened: async (user) => user.click(await screen.findByRole('button', { name: 'Edit portal P-101' })),
  },
};

it.each(Object.entries(places))('should show what GS1 calls a tag: %s', async (_, place) => {
  const live = liveStream();
  oneTagEverywhere(place.claims ?? []);
  localStorage.setItem('tallygate.desk', 'D-101');
  const { user } = openConsole({ at: place.at, as: signedIn('somebody', place.as) });
  await place.opened?.(user);
  if (place.passing) {
    await waitFor(() => expect(live.connections()).toBe(1));
    live.send('crossing', anAlarmedCrossing());
  }

  const named = await screen.findAllByText(
    (_text, element) => element?.textContent === URI && element.closest(place.within) !== null,
  );
  expect(named.length).toBeGreaterThan(0);
});

it('should not name a reference tag by the name of another that it was', async () => {
  server.use(http.get('*/api/facilities/portals', () => HttpResponse.json({ items: [aGuardedPortal] })));
  const { user } = openConsole({ at: '/portals', as: signedIn('manager', 'facility-manager') });
  await user.click(await screen.findByRole('button', { name: 'Edit portal P-101' }));
  expect(await screen.findByText(URI)).toBeInTheDocument();
  await user.type(screen.getByLabelText('Reference tag (EPC)'), '00');
  expect(screen.queryByText(URI)).not.toBeInTheDocument();
});
