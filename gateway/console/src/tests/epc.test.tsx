import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import type { IncidentDetail } from '@/api/incidents';
import { anAlarmedCrossing, anIncident, aSecretLaptop, signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { liveStream, problem, server } from '@/testing/server';

const URI = 'urn:epc:id:giai:0614141.10000001';
const HEX = '3414257BF400000000989681';

const aDuplicate: IncidentDetail = {
  ...anIncident({ kind: 'DUPLICATE_TAG', reason: 'TWO_PLACES_AT_ONCE', portalCode: 'P-102', crossingId: undefined }),
  evidence: [
    { portalCode: 'P-101', antenna: 1, rssiDbm: -55, seenAt: '2026-03-01T08:00:00.000Z', epc: HEX },
    { portalCode: 'P-102', antenna: 3, rssiDbm: -50, seenAt: '2026-03-01T08:00:03.000Z', epc: HEX },
  ],
  history: [{ at: '2026-03-01T08:00:03Z', by: 'gate', what: 'OPENED' }],
};

function aDevicePage() {
  server.use(
    http.get('*/api/devices/:id', () => HttpResponse.json(aSecretLaptop())),
    http.get('*/api/devices/:id/history', () => HttpResponse.json({ items: [] })),
    http.get('*/api/carriers/items/:id', () => problem(404, 'NOT_FOUND')),
  );
  return openConsole({ at: `/devices/${aSecretLaptop().id}`, as: signedIn('registrar', 'it-staff') });
}

it('should show the name of a tag with the bits beside it', async () => {
  aDevicePage();
  expect(await screen.findByText(URI)).toBeVisible();
  expect(screen.getByText(HEX)).toBeVisible();
});

it('should assign a fresh EPC and send it as it was given', async () => {
  let sent: unknown;
  server.use(
    http.post('*/api/devices/epc-suggestions', () => HttpResponse.json({ epc: HEX, epcUri: URI })),
    http.patch('*/api/devices/:id', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(aSecretLaptop({ version: 2 }));
    }),
  );
  const { user } = aDevicePage();
  await user.click(await screen.findByRole('button', { name: 'Change' }));
  const drawer = within(await screen.findByRole('dialog'));
  await user.click(drawer.getByRole('button', { name: 'Assign' }));
  await waitFor(() => expect(drawer.getByLabelText('EPC')).toHaveValue(URI));
  await user.type(drawer.getByLabelText('Reason for the change'), 'Tag torn off');
  await user.click(drawer.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toEqual({ tag: { epc: URI }, reason: 'Tag torn off' }));
});

it('should say why no EPC was assigned, and what is wrong with one', async () => {
  server.use(
    http.post('*/api/devices/epc-suggestions', () => problem(503, 'UNAVAILABLE')),
    http.patch('*/api/devices/:id', () =>
      problem(400, 'INVALID_REQUEST', [{ field: 'tag.epc', code: 'EPC_REFERENCE', message: 'Said by the server.' }]),
    ),
  );
  const { user } = aDevicePage();
  await user.click(await screen.findByRole('button', { name: 'Change' }));
  const drawer = within(await screen.findByRole('dialog'));
  await user.click(drawer.getByRole('button', { name: 'Assign' }));
  expect(await drawer.findByText(/not available at the moment/)).toBeInTheDocument();

  await user.clear(drawer.getByLabelText('EPC'));
  await user.type(drawer.getByLabelText('EPC'), 'urn');
  await user.paste(':epc:id:giai:0614141.007');
  expect(drawer.getByLabelText('EPC')).toHaveValue('urn:epc:id:giai:0614141.007');
  await user.type(drawer.getByLabelText('Reason for the change'), 'r');
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  expect(await drawer.findByText('The reference does not fit its scheme, or begins with a zero.')).toBeInTheDocument();
});

it('should show both places of an EPC that is at two places at once, in either language', async () => {
  server.use(http.get('*/api/incidents/:id', () => HttpResponse.json(aDuplicate)));
  const { user } = openConsole({ at: `/incidents/${aDuplicate.id}`, as: signedIn('officer', 'secrecy-officer') });
  expect(await screen.findByRole('heading', { name: /Two tags with one EPC · P-102/ })).toBeVisible();
  expect(screen.getByText('The same EPC at two places at once')).toBeVisible();
  expect(screen.getByText(URI)).toBeVisible();
  const places = screen.getAllByRole('row').map((row) => row.textContent);
  expect(places).toContainEqual(expect.stringMatching(/P-101\s*1\s*[-−]55/));
  expect(places).toContainEqual(expect.stringMatching(/P-102\s*3\s*[-−]50/));

  await user.click(screen.getByRole('radio', { name: '中文' }));
  expect(await screen.findByRole('heading', { name: /同一EPC出现两枚标签/ })).toBeVisible();
  expect(screen.getByText('同一EPC同时出现在两处')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'English' }));
});

it.each([
  ['TAG_MISMATCH', 'Tag is not the one enrolled', '标签与登记不符'],
  ['GHOST_ITEM', 'Item is recorded as destroyed or disposed of', '台账记载已销毁或处置'],
  ['UNREGISTERED_TAG', 'Tag is not registered', '标签未登记'],
])('should say in either language what is wrong with a tag: %s', async (reason, english, chinese) => {
  server.use(http.get('*/api/incidents', () => HttpResponse.json({ items: [anIncident({ reason })] })));
  const { user } = openConsole({ at: '/incidents', as: signedIn('officer', 'secrecy-officer') });
  const cell = { selector: 'td' };
  expect(await screen.findByText(english, cell)).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: '中文' }));
  expect(await screen.findByText(chinese, cell)).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: 'English' }));
});

it('should name the tag in the feed of the gate board', async () => {
  const live = liveStream();
  openConsole({ at: '/gates', as: signedIn('guard', 'guard') });
  await screen.findByText('Live');
  live.send('crossing', anAlarmedCrossing({ verdict: 'ALLOW', reason: 'PERMITTED' }));
  expect(await screen.findByText(URI)).toBeInTheDocument();
});
