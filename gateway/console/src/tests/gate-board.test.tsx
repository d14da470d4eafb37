import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { anAlarmedCrossing, anIncident, signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { liveStream, problem, server } from '@/testing/server';

const guard = signedIn('guard', 'guard');
const banner = () => screen.findByRole('alert', { name: 'Alarm' });

it('should raise an alarm that stays until it is acknowledged with a comment', async () => {
  const live = liveStream();
  const comments: unknown[] = [];
  let open = [anIncident()];
  server.use(
    http.get('*/api/incidents', () => HttpResponse.json({ items: comments.length > 0 ? [] : open })),
    http.post('*/api/incidents/:id/acknowledgement', async ({ request }) => {
      comments.push(await request.json());
      return HttpResponse.json(anIncident({ state: 'ACKNOWLEDGED' }));
    }),
  );
  open = [];
  const { user } = openConsole({ at: '/gates', as: guard });
  await screen.findByText('Live');
  expect(screen.queryByRole('alert', { name: 'Alarm' })).not.toBeInTheDocument();

  open = [anIncident()];
  live.send('incident', anIncident());
  expect(await banner()).toHaveTextContent('P-101 Unauthorised exit');
  expect(await banner()).toHaveTextContent('No permit');
  expect(document.title).toBe('ALARM P-101');

  await user.click(within(await banner()).getByRole('button', { name: 'Acknowledge' }));
  await user.click(await screen.findByRole('button', { name: 'Acknowledge alarm' }));
  expect(await screen.findByText('Required.')).toBeInTheDocument();
  expect(comments).toEqual([]);

  await user.type(screen.getByLabelText('Comment'), 'Stopped at the door, laptop taken back');
  await user.click(screen.getByRole('button', { name: 'Acknowledge alarm' }));
  await waitFor(() => expect(screen.queryByRole('alert', { name: 'Alarm' })).not.toBeInTheDocument());
  expect(comments).toEqual([{ comment: 'Stopped at the door, laptop taken back' }]);
});

it('should alarm on the crossing already, and once only when its incident follows', async () => {
  const live = liveStream();
  openConsole({ at: '/gates', as: guard });
  await screen.findByText('Live');
  live.send('crossing', anAlarmedCrossing());
  expect(await banner()).toHaveTextContent('Incident is being opened…');

  live.send('incident', anIncident());
  expect(await within(await banner()).findByRole('button', { name: 'Acknowledge' })).toBeInTheDocument();
  expect(within(await banner()).getAllByRole('listitem')).toHaveLength(1);
});

it('should show the alarm on every page of somebody who handles it', async () => {
  server.use(http.get('*/api/incidents', () => HttpResponse.json({ items: [anIncident()] })));
  openConsole({ at: '/devices', as: signedIn('officer', 'secrecy-officer') });
  expect(within(await banner()).getByRole('link', { name: 'To the gate board' })).toBeInTheDocument();
});

it('should show crossings and the state of each portal as they come', async () => {
  const live = liveStream();
  openConsole({ at: '/gates', as: guard });
  await screen.findByText('Live');
  live.send('portal-health', {
    portalCode: 'P-101',
    state: 'WATCHING',
    readsPerSecond: 12,
    spoolDepth: 340,
    connects: 3,
    clockSkewMillis: -2500,
    warnings: [{ code: 'NO_TID', detail: 'ADD_ACCESSSPEC' }],
  });
  live.send('portal-health', { portalCode: 'P-102', state: 'BLIND', reason: 'CONNECTION_LOST' });
  live.send('crossing', anAlarmedCrossing({ verdict: 'ALLOW', reason: 'PERMITTED' }));

  expect(await screen.findByRole('article', { name: 'Portal P-102' })).toHaveTextContent('Reader connection lost');
  const first = screen.getByRole('article', { name: 'Portal P-101' });
  expect(first).toHaveTextContent('Waiting on disk340');
  expect(first).toHaveTextContent('Reconnects2');
  expect(first).toHaveTextContent('Reader clock off by-2.5 s');
  expect(first).toHaveTextContent('Reader cannot read chip numbers');
  expect(screen.getByRole('article', { name: 'Portal P-101' })).toHaveTextContent('Watching');
  const feed = within(screen.getByRole('region', { name: 'Crossings' }));
  expect(await feed.findByRole('row', { name: /P-101 Out Allowed Permitted Laptop Secret RD/ })).toBeInTheDocument();
});

it.each([
  ['en', 'Horn is switched on and stays silent'],
  ['zh-CN', '警号已接通但未鸣响'],
] as const)('should show that a horn stays silent, until it is heard (%s)', async (language, words) => {
  const live = liveStream();
  const health = { portalCode: 'P-101', state: 'WATCHING', readsPerSecond: 12, alarmOn: true } as const;
  openConsole({ at: '/gates', as: guard, language });
  const tile = await screen.findByRole('article', { name: /P-101/ });
  live.send('portal-health', { ...health, warnings: [{ code: 'HORN_SILENT', detail: 'input 2 has not gone high' }] });

  const told = await within(tile).findByText(words);
  expect(told).toHaveAttribute('title', 'input 2 has not gone high');
  live.send('portal-health', { ...health, warnings: [] });

  await waitFor(() => expect(tile).not.toHaveTextContent(words));
});

it('should show a portal as blind of which nobody tells any more', async () => {
  const live = liveStream();
  openConsole({ at: '/gates', as: guard });
  await screen.findByText('Live');
  live.send('portal-health', { portalCode: 'P-101', state: 'WATCHING', readsPerSecond: 12, warnings: [] });
  expect(await screen.findByRole('article', { name: 'Portal P-101' })).toHaveTextContent('Watching');

  live.send('portal-health', { portalCode: 'P-101', state: 'BLIND', reason: 'BRIDGE_SILENT', warnings: [] });

  await waitFor(() =>
    expect(screen.getByRole('article', { name: 'Portal P-101' })).toHaveTextContent(
      "BlindNothing is heard from the gate's bridge",
    ),
  );
});

it('should say that the stream is interrupted, and load what was missed when it is back', async () => {
  const live = liveStream();
  openConsole({ at: '/gates', as: guard });
  await screen.findByText('Live');
  server.use(
    http.get('*/api/live', () => problem(503, 'UNAVAILABLE')),
    http.get('*/api/incidents', () => HttpResponse.json({ items: [anIncident()] })),
  );
  live.breakOff();
  expect((await screen.findAllByText(/Live stream interrupted/)).length).toBeGreaterThan(0);

  const again = liveStream();
  await waitFor(() => expect(again.connections()).toBe(1));
  expect(await banner()).toHaveTextContent('P-101');
  await waitFor(() => expect(screen.queryByText(/Live stream interrupted/)).not.toBeInTheDocument());
});
