import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import type { TagClaim } from '@/api/devices';
import type { DeskSight, DeskTag } from '@/api/live';
import { aSecretLaptop, signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { problem, server } from '@/testing/server';

const EPC = '3414257BF400000000989682';
const TID = 'E28011602000000000000001';

const aTag = (changed: Partial<DeskTag> = {}): DeskTag => ({
  epc: EPC,
  epcUri: 'urn:epc:id:giai:0614141.10000002',
  tid: TID,
  rssiDbm: -42.4,
  ...changed,
});

const aClaim = (changed: Partial<TagClaim> = {}): TagClaim => ({
  field: 'tag.epc',
  code: 'DUPLICATE_EPC',
  retired: false,
  deviceId: '99999999-9999-4999-8999-999999999999',
  ledgerNo: 'CC-2026-000777',
  ...changed,
});

let streams: { desk: string; out: ReadableStreamDefaultController<Uint8Array> }[];
let asked: (string | null)[][];

/** Desks that show what the test says, and a ledger that has these claims upon every tag. */
function theLedgerClaims(...claims: TagClaim[]) {
  server.use(
    http.get('*/api/devices/tag-claims', ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push([searchParams.get('epc'), searchParams.get('tid')]);
      return HttpResponse.json({ epc: EPC, epcUri: aTag().epcUri, claims });
    }),
  );
}

beforeEach(() => {
  streams = [];
  asked = [];
  server.use(
    http.get('*/api/live/desks/:code/tags', ({ params }) => {
      const body = new ReadableStream<Uint8Array>({
        start: (out) => void streams.push({ desk: String(params.code), out }),
      });
      return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } });
    }),
  );
  theLedgerClaims();
});

async function theDeskSays(sight: Partial<DeskSight>) {
  await waitFor(() => expect(streams.length).toBeGreaterThan(0));
  const data = { deskCode: 'D-101', state: 'WATCHING', noTid: false, tags: [], ...sight };
  streams.at(-1)?.out.enqueue(new TextEncoder().encode(`event: desk\ndata: ${JSON.stringify(data)}\n\n`));
}

const registering = (language: 'en' | 'zh-CN' = 'en') =>
  openConsole({ at: '/devices/register', as: signedIn('registrar', 'it-staff'), language });

async function chooseDesk(user: UserEvent, option: string, field = 'Desk reader') {
  await user.click(await screen.findByRole('combobox', { name: field }));
  await user.click(await screen.findByText(option, { selector: '.ant-select-item-option-content' }));
}

async function atTheDesk(user: UserEvent) {
  await user.click(await screen.findByRole('button', { name: 'Read from desk' }));
  await chooseDesk(user, 'D-101 · R-101');
}

const take = () => screen.getByRole('button', { name: 'Take over' });

it('should fill in EPC and TID of the one tag on the desk, and remember the desk', async () => {
  const { user } = registering();
  await atTheDesk(user);
  expect(await screen.findByText('Asking the desk reader…')).toBeInTheDocument();
  await theDeskSays({});
  expect(await screen.findByText(/^No tag on the desk/)).toBeInTheDocument();
  expect(take()).toBeDisabled();

  await theDeskSays({ tags: [aTag()] });
  expect(await screen.findByText('One tag on the desk')).toBeInTheDocument();
  await waitFor(() => expect(take()).toBeEnabled());
  await user.click(take());

  expect(screen.getByLabelText('EPC')).toHaveValue(EPC);
  expect(screen.getByLabelText('TID')).toHaveValue(TID);
  expect(asked).toEqual([[EPC, TID]]);
  await user.click(screen.getByRole('button', { name: 'Read from desk' }));
  await waitFor(() => expect(streams.map(({ desk }) => desk)).toEqual(['D-101', 'D-101']));
});

it('should ask to leave only one of several tags, the strongest shown first', async () => {
  const { user } = registering();
  await atTheDesk(user);
  await theDeskSays({
    tags: [aTag(), aTag({ epc: '3414257BF400000000989683', epcUri: 'urn:epc:id:giai:0614141.10000003', rssiDbm: -61 })],
  });

  expect(await screen.findByText('2 tags on the desk. Leave only one.')).toBeInTheDocument();
  const rows = within(screen.getByRole('table', { name: 'Tags on the desk' }))
    .getAllByRole('row')
    .slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(new RegExp(`10000002${EPC}${TID}-42$`)) as string,
    expect.stringMatching(/10000003.*-61$/) as string,
  ]);
  expect(take()).toBeDisabled();
  expect(asked).toEqual([]);
});

it('should say that the reader or the bridge is away, and show nothing of before', async () => {
  const { user } = registering();
  await atTheDesk(user);
  await theDeskSays({ tags: [aTag()] });
  await waitFor(() => expect(take()).toBeEnabled());

  await theDeskSays({ state: 'BLIND', reason: 'CONNECTION_LOST', tags: [aTag()] });
  expect(await screen.findByText('The desk reader is not connected')).toBeInTheDocument();
  expect(screen.getByText('Reader connection lost. Check its cable and power.')).toBeInTheDocument();
  expect(screen.queryByRole('table', { name: 'Tags on the desk' })).not.toBeInTheDocument();
  expect(take()).toBeDisabled();

  await theDeskSays({ state: 'UNWATCHED' });
  expect(await screen.findByText('Nothing is heard of this desk')).toBeInTheDocument();
});

it('should name the device that has the tag already, and not take it', async () => {
  theLedgerClaims(aClaim(), aClaim({ field: 'tag.tid', code: 'DUPLICATE_TID', deviceId: undefined }));
  const { user } = registering();
  await atTheDesk(user);
  await theDeskSays({ tags: [aTag()] });

  expect(await screen.findByText('This EPC is on another device already')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'CC-2026-000777' })).toHaveAttribute('href', `/devices/${aClaim().deviceId}`);
  expect(screen.getByText('This tag is on another device already')).toBeInTheDocument();
  expect(screen.getByText('You may not see that device.')).toBeInTheDocument();
  expect(take()).toBeDisabled();
});

it('should say what is wrong with an EPC that the ledger does not take', async () => {
  server.use(
    http.get('*/api/devices/tag-claims', () =>
      problem(400, 'INVALID_REQUEST', [{ field: 'tag.epc', code: 'MALFORMED_EPC', message: '' }]),
    ),
  );
  const { user } = registering();
  await atTheDesk(user);
  await theDeskSays({ tags: [aTag({ epc: 'E280', epcUri: 'urn:epc:raw:16.xE280' })] });

  expect(await screen.findByText(/^An EPC is 24 or 32 hexadecimal digits/)).toBeInTheDocument();
  expect(take()).toBeDisabled();
});

it('should take the EPC alone where the chip is not read, and say what that means', async () => {
  const { user } = registering();
  await user.type(await screen.findByLabelText('TID'), 'E280999999999999');
  await atTheDesk(user);
  await theDeskSays({ noTid: true, tags: [aTag({ tid: undefined })] });
  expect(await screen.findByText('This reader reads no TIDs')).toBeInTheDocument();
  await theDeskSays({ tags: [aTag({ tid: undefined })] });
  expect(await screen.findByText('The chip’s number is not read yet')).toBeInTheDocument();
  await waitFor(() => expect(take()).toBeEnabled());
  await user.click(take());

  expect(screen.getByLabelText('EPC')).toHaveValue(EPC);
  // That of another tag must not stay beside it.
  expect(screen.getByLabelText('TID')).toHaveValue('');
});

it('should let a device keep its own tag when it is tagged anew', async () => {
  const laptop = aSecretLaptop();
  server.use(
    http.get('*/api/devices/:id', () => HttpResponse.json(laptop)),
    http.get('*/api/devices/:id/history', () => HttpResponse.json({ items: [] })),
    http.get('*/api/carriers/items/:id', () => problem(404, 'NOT_FOUND')),
  );
  theLedgerClaims(aClaim({ deviceId: laptop.id }));
  const { user } = openConsole({ at: `/devices/${laptop.id}`, as: signedIn('registrar', 'it-staff') });
  await user.click(await screen.findByRole('button', { name: 'Change' }));
  await atTheDesk(user);
  await theDeskSays({ tags: [aTag()] });

  expect(await screen.findByText('This is the tag of this device.')).toBeInTheDocument();
  await waitFor(() => expect(take()).toBeEnabled());
});

it('should say where to set a desk up when there is none, and what a refusal means', async () => {
  server.use(
    http.get('*/api/facilities/desks', () => HttpResponse.json({ items: [] })),
    http.get('*/api/live/desks/:code/tags', () => problem(404, 'NOT_FOUND')),
  );
  localStorage.setItem('tallygate.desk', 'D-OLD');
  const { user } = registering();
  await user.click(await screen.findByRole('button', { name: 'Read from desk' }));

  expect(await screen.findByText('No desk reader is set up')).toBeInTheDocument();
  expect(await screen.findByText('There is nothing here that you may see.')).toBeInTheDocument();
});

it('should do all this in Chinese', async () => {
  const { user } = registering('zh-CN');
  await user.click(await screen.findByRole('button', { name: '从读写台读取' }));
  await chooseDesk(user, 'D-102 · R-102', '读写台');
  await theDeskSays({});
  expect(await screen.findByText('读写台上没有标签，请将贴好标签的设备放上。')).toBeInTheDocument();
  await theDeskSays({ tags: [aTag(), aTag({ tid: 'E28011602000000000000002' })] });
  expect(await screen.findByText('读写台上有 2 个标签，请只留一个。')).toBeInTheDocument();
  await theDeskSays({ tags: [aTag()] });
  const button = screen.getByRole('button', { name: /取\s?用/ });
  await waitFor(() => expect(button).toBeEnabled());
  await user.click(button);
  expect(screen.getByLabelText('标签EPC')).toHaveValue(EPC);
});
