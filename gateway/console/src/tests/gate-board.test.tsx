import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import type { PortalHealth } from '@/api/live';
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
    warnings: [{ code: 'NO_TID', detail: 'ADD_ACCESSSPEC' }],
  });
  live.send('portal-health', { portalCode: 'P-102', state: 'BLIND', reason: 'CONNECTION_LOST' });
  live.send('crossing', anAlarmedCrossing({ verdict: 'ALLOW', reason: 'PERMITTED' }));

  expect(await screen.findByRole('article', { name: 'Portal P-102' })).toHaveTextContent('Reader connection lost');
  const first = screen.getByRole('article', { name: 'Portal P-101' });
  expect(first).toHaveTextContent('Reader cannot read chip numbers');
  expect(screen.getByRole('article', { name: 'Portal P-101' })).toHaveTextContent('Watching');
  const feed = within(screen.getByRole('region', { name: 'Crossings' }));
  expect(await feed.findByRole('row', { name: /P-101 Out Allowed Permitted Laptop Secret RD/ })).toBeInTheDocument();
});

const busy: PortalHealth = {
  portalCode: 'P-101',
  state: 'WATCHING',
  readsPerSecond: 12,
  spoolDepth: 340,
  connects: 3,
  clockSkewMillis: -2500,
  thinnedReads: 70,
  figures: {
    alarmed: 4,
    allowed: 1200,
    recorded: 33,
    foreign: 9,
    timeToAlarmMillis: 0.93,
    slowestTimeToAlarmMillis: 3.25,
    queuedCrossings: 2,
    queuedReads: 410,
  },
};

/** Each figure of a tile as its label and value stand beside one another. */
const figuresOf = (tile: HTMLElement) =>
  within(tile)
    .getAllByRole('term')
    .map((term) => `${term.textContent} ${term.nextElementSibling?.textContent}`);

it.each([
  [
    'en',
    [
      'Reads per second 12',
      'Crossings 1,237',
      'Alarms 4',
      'Allowed 1,200',
      'Recorded 33',
      'Time to alarm 0.93 ms',
      'Reconnects 2',
      'Clock off by -2.5 s',
      'In memory 412',
      'On disk 340',
      'Reads left out 70',
    ],
    ['9 of foreign tags besides', 'The slowest since the start: 3.25 ms', '2 crossings, 410 reads'],
  ],
  [
    'zh-CN',
    [
      '每秒读取 12',
      '通过 1,237',
      '报警 4',
      '放行 1,200',
      '记录 33',
      '报警用时 0.93 毫秒',
      '重连 2',
      '时钟偏差 -2.5 秒',
      '内存待写 412',
      '磁盘待发 340',
      '已舍弃读取 70',
    ],
    ['另有外来标签通过 9 次', '启动以来最慢：3.25 毫秒', '通过记录 2 条，读取 410 条'],
  ],
] as const)('should show every figure of a portal (%s)', async (language, figures, hints) => {
  const live = liveStream();
  openConsole({ at: '/gates', as: guard, language });
  const tile = await screen.findByRole('article', { name: /P-101/ });
  live.send('portal-health', busy);

  await waitFor(() => expect(figuresOf(tile)).toEqual(expect.arrayContaining([...figures])));
  for (const hint of hints) expect(within(tile).getByTitle(new RegExp(hint))).toBeInTheDocument();
});

it('should show figures that are in order too, and dashes for what nobody tells', async () => {
  const live = liveStream();
  openConsole({ at: '/gates', as: guard });
  const tile = await screen.findByRole('article', { name: 'Portal P-101' });
  live.send('portal-health', {
    ...busy,
    spoolDepth: 0,
    connects: 1,
    clockSkewMillis: 12,
    thinnedReads: 0,
    figures: null,
  });

  await waitFor(() =>
    expect(figuresOf(tile)).toEqual(
      expect.arrayContaining([
        'Crossings –',
        'Time to alarm –',
        'Reconnects 0',
        'Clock off by 12 ms',
        'In memory –',
        'On disk 0',
      ]),
    ),
  );
  expect(tile).not.toHaveTextContent('Reads left out');
});

it.each([
  ['SPOOL_SET_ASIDE', 'en', "Damaged records set aside: check the gate's disk"],
  ['SPOOL_SET_ASIDE', 'zh-CN', '有受损记录已隔离，请检查门禁主机磁盘'],
  ['REPLICA_SET_ASIDE', 'en', "Damaged ledger copy set aside: check the gate's disk"],
  ['REPLICA_SET_ASIDE', 'zh-CN', '受损的台账副本已隔离，请检查门禁主机磁盘'],
] as const)('should warn of what was found damaged on the disk: %s (%s)', async (code, language, words) => {
  const live = liveStream();
  openConsole({ at: '/gates', as: guard, language });
  const tile = await screen.findByRole('article', { name: /P-101/ });
  live.send('portal-health', { ...busy, warnings: [{ code, detail: 'replica.unreadable-1764000000000' }] });

  expect(await within(tile).findByText(words)).toHaveAttribute('title', 'replica.unreadable-1764000000000');
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
