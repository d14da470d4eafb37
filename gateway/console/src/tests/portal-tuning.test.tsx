import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import type { Portal } from '@/api/facilities';
import type { PortalReads } from '@/api/live';
import { anAlarmedCrossing, aPortal, signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { liveStream, problem, server } from '@/testing/server';

const manager = signedIn('manager', 'facility-manager');

const aTuned = (changed: Partial<Portal> = {}) =>
  aPortal({
    antennas: [
      { id: 1, zone: 'INSIDE', offsetDb: 2 },
      { id: 3, zone: 'OUTSIDE' },
    ],
    tuning: { certainty: 0.7 },
    version: 4,
    ...changed,
  });

/** The reads of P-101, as the test says them, and what is put in its place. */
function aTunedPortal(portal = aTuned()) {
  const encoder = new TextEncoder();
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const saved: { body: Partial<Portal>; ifMatch: string | null }[] = [];
  server.use(
    http.get('*/api/facilities/portals/P-101', () => HttpResponse.json(portal)),
    http.put('*/api/facilities/portals/P-101', async ({ request }) => {
      saved.push({ body: (await request.json()) as Partial<Portal>, ifMatch: request.headers.get('If-Match') });
      return HttpResponse.json({ ...portal, version: portal.version + 1 });
    }),
    http.get(
      '*/api/live/portals/P-101/reads',
      () =>
        new HttpResponse(new ReadableStream<Uint8Array>({ start: (out) => void streams.push(out) }), {
          headers: { 'Content-Type': 'text/event-stream' },
        }),
    ),
  );
  const say = (reads: Partial<PortalReads>) =>
    streams.at(-1)?.enqueue(
      encoder.encode(
        `event: reads\ndata: ${JSON.stringify({
          at: '2026-03-01T08:00:00Z',
          antennas: [],
          suggestedStrayDbm: {},
          observedSeconds: 1,
          ...reads,
        })}\n\n`,
      ),
    );
  return { say, saved, streams };
}

it('should show what each antenna reads, and which is not of this portal', async () => {
  const { say, streams } = aTunedPortal();
  const { user } = openConsole({ at: '/portals', as: manager });
  await user.click(await screen.findByRole('link', { name: 'Tune portal P-101' }));
  expect(await screen.findByRole('row', { name: /^1 Inside 0 0/ })).toBeInTheDocument();
  await waitFor(() => expect(streams).toHaveLength(1));

  say({
    antennas: [
      { id: 1, reads: 30, tags: 3, strongestDbm: -57.5, medianDbm: -60 },
      { id: 7, reads: 2, tags: 1, strongestDbm: -70, medianDbm: -71 },
    ],
  });

  expect(await screen.findByRole('row', { name: /^1 Inside 30 3 -57.5 -60/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /^3 Outside 0 0/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /^7 Not of this portal 2 1/ })).toBeInTheDocument();
});

it('should learn the stray level for a minute, take it over and save it', async () => {
  const { say, saved, streams } = aTunedPortal();
  const { user } = openConsole({ at: '/portals/P-101/tuning', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Learn the stray level' }));
  await waitFor(() => expect(streams).toHaveLength(2));

  say({ observedSeconds: 59, suggestedStrayDbm: { 1: -20 } });
  expect(await screen.findByText('1 s left')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Take over' })).not.toBeInTheDocument();
  say({ observedSeconds: 60, suggestedStrayDbm: { 1: -68 } });
  expect(await screen.findByText('Antenna 1: -68 dBm')).toBeInTheDocument();
  // Somebody passes when the time is up: what was learnt stays.
  say({ observedSeconds: 61, suggestedStrayDbm: { 1: -40 } });
  await user.click(screen.getByRole('button', { name: 'Take over' }));
  // The level counts after the offset of 2 dB.
  expect(screen.getByLabelText('Antenna 1 Inside Stray level, dBm')).toHaveValue('-66.0');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.ifMatch).toBe('"4"');
  expect(saved[0]?.body).toMatchObject({
    roomCode: 'R-101',
    reader: { host: '127.0.0.1', port: 5084 },
    antennas: [
      { id: 1, zone: 'INSIDE', strayDbm: -66, offsetDb: 2 },
      { id: 3, zone: 'OUTSIDE' },
    ],
    tuning: { certainty: 0.7 },
  });
});

it('should go back to the standard where a field is emptied, and show a refusal at its field', async () => {
  const { saved } = aTunedPortal();
  const { user } = openConsole({ at: '/portals/P-101/tuning', as: manager });
  await user.clear(await screen.findByLabelText('Certainty, probability'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.body.tuning).toEqual({});

  server.use(
    http.put('*/api/facilities/portals/P-101', () =>
      problem(400, 'INVALID_REQUEST', [{ field: 'antennas[1].strayDbm', code: 'OUT_OF_RANGE', message: '' }]),
    ),
  );
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Out of range.')).toBeInTheDocument();
});

it('should show the crossings of a test walk at this portal', async () => {
  aTunedPortal();
  const live = liveStream();
  openConsole({ at: '/portals/P-101/tuning', as: manager });
  expect(await screen.findByText('No crossings since this page was opened')).toBeInTheDocument();
  await waitFor(() => expect(live.connections()).toBe(1));
  live.send('crossing', anAlarmedCrossing({ crossingId: 'other', portalCode: 'P-102' }));
  const ruleVersion = 'line-filter/6+8f21ac03 gate/1';
  live.send('crossing', anAlarmedCrossing({ confidence: 0.934, ruleVersion }));

  const walk = within(await screen.findByRole('table', { name: 'Test walk' }));
  const row = walk.getByRole('row', { name: /Out Alarm No permit 93 %/ });
  expect(within(row).getByRole('cell', { name: ruleVersion })).toBeInTheDocument();
  expect(walk.getAllByRole('row')).toHaveLength(2);
});

it('should keep the tuning when the portal itself is edited', async () => {
  const { saved } = aTunedPortal();
  server.use(http.get('*/api/facilities/portals', () => HttpResponse.json({ items: [aTuned()] })));
  const { user } = openConsole({ at: '/portals', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit portal P-101' }));
  await user.type(await screen.findByLabelText('Reference tag (EPC)'), '3034257BF400B78000FFFFFF');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.body).toMatchObject({
    sight: { referenceEpc: '3034257BF400B78000FFFFFF' },
    tuning: { certainty: 0.7 },
    antennas: [{ id: 1, zone: 'INSIDE', offsetDb: 2 }, { id: 3 }],
  });
  expect(saved[0]?.body.reader).not.toHaveProperty('tlsPinSha256');
});

it('should set the power of a reader and of an antenna, and leave out one that is emptied', async () => {
  const strong = aTuned({
    reader: { host: '127.0.0.1', port: 5084, tls: false, transmitPowerDbm: 30 },
    antennas: [
      { id: 1, zone: 'INSIDE', offsetDb: 2, transmitPowerDbm: 24 },
      { id: 3, zone: 'OUTSIDE' },
    ],
  });
  const { saved } = aTunedPortal(strong);
  server.use(http.get('*/api/facilities/portals', () => HttpResponse.json({ items: [strong] })));
  const { user } = openConsole({ at: '/portals', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit portal P-101' }));
  const [first, third] = await screen.findAllByLabelText('Transmit power of this antenna at most, dBm');
  if (!first || !third) throw new Error('two antennas have two powers');
  await user.clear(first);
  await user.type(third, '22.5');
  const all = screen.getByLabelText('Transmit power at most, dBm');
  await user.clear(all);
  await user.type(all, '27');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.body.reader?.transmitPowerDbm).toBe(27);
  expect(saved[0]?.body.antennas).toEqual([
    { id: 1, zone: 'INSIDE', offsetDb: 2 },
    { id: 3, zone: 'OUTSIDE', transmitPowerDbm: 22.5 },
  ]);
});

it('should set the input that hears the horn, and take it away when it is emptied', async () => {
  const heard = aTuned({ hornFeedbackGpi: 2 });
  const { saved } = aTunedPortal(heard);
  server.use(http.get('*/api/facilities/portals', () => HttpResponse.json({ items: [heard] })));
  const { user } = openConsole({ at: '/portals', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit portal P-101' }));
  const contact = await screen.findByLabelText('Horn contact, input');
  expect(contact).toHaveValue('2');
  await user.clear(contact);
  await user.type(contact, '3');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.body.hornFeedbackGpi).toBe(3);

  await user.click(await screen.findByRole('button', { name: 'Edit portal P-101' }));
  await user.clear(await screen.findByLabelText('Horn contact, input'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(saved).toHaveLength(2));
  expect(saved[1]?.body).not.toHaveProperty('hornFeedbackGpi');
});

it('should show at its field why the input of a horn is refused', async () => {
  aTunedPortal();
  server.use(
    http.get('*/api/facilities/portals', () => HttpResponse.json({ items: [aTuned()] })),
    http.put('*/api/facilities/portals/P-101', () =>
      problem(400, 'INVALID_REQUEST', [{ field: 'hornFeedbackGpi', code: 'OUT_OF_RANGE', message: '' }]),
    ),
  );
  const { user } = openConsole({ at: '/portals', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit portal P-101' }));
  const contact = await screen.findByLabelText('Horn contact, input');
  await user.type(contact, '16');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(contact.closest('.ant-form-item')).toHaveTextContent('Out of range.'));
});

it('should show at its field why a power is refused', async () => {
  aTunedPortal();
  server.use(
    http.get('*/api/facilities/portals', () => HttpResponse.json({ items: [aTuned()] })),
    http.put('*/api/facilities/portals/P-101', () =>
      problem(400, 'INVALID_REQUEST', [{ field: 'reader.transmitPowerDbm', code: 'OUT_OF_RANGE', message: '' }]),
    ),
  );
  const { user } = openConsole({ at: '/portals', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit portal P-101' }));
  await user.type(await screen.findByLabelText('Transmit power at most, dBm'), '39');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  expect(await screen.findByText('Out of range.')).toBeInTheDocument();
});

it('should set a portal up, with the usual antennas and no version to change from', async () => {
  const put: { path: string; ifMatch: string | null; body: unknown }[] = [];
  server.use(
    http.get('*/api/facilities/portals', () => HttpResponse.json({ items: [aTuned()] })),
    http.put('*/api/facilities/portals/:code', async ({ request, params }) => {
      put.push({
        path: String(params['code']),
        ifMatch: request.headers.get('If-Match'),
        body: await request.json(),
      });
      return HttpResponse.json(aTuned({ code: 'P-103' }), { status: 201 });
    }),
  );
  const { user } = openConsole({ at: '/portals', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Set up a portal' }));
  await user.type(await screen.findByLabelText('Code'), 'P-103');
  await user.click(screen.getByRole('combobox', { name: 'Room' }));
  await user.click(await screen.findByText(/^R-101/, { selector: '.ant-select-item-option-content' }));
  await user.type(screen.getByLabelText('Reader address'), '10.1.2.5');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(put).toHaveLength(1));
  expect(put[0]).toEqual({
    path: 'P-103',
    ifMatch: null,
    body: {
      code: 'P-103',
      roomCode: 'R-101',
      reader: { host: '10.1.2.5', port: 5084, tls: false },
      antennas: [
        { id: 1, zone: 'INSIDE' },
        { id: 2, zone: 'INSIDE' },
        { id: 3, zone: 'OUTSIDE' },
        { id: 4, zone: 'OUTSIDE' },
      ],
      gpo: { alarm: 1 },
      alarmSeconds: 10,
      failMode: 'SECURE',
      maxReplicaAgeSeconds: 300,
      sight: { minReadsPerMinute: 0 },
      active: true,
    },
  });
});
