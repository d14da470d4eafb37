import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import type { Desk } from '@/api/facilities';
import { signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { problem, server } from '@/testing/server';

const manager = signedIn('manager', 'facility-manager');

const aDesk = (changed: Partial<Desk> = {}): Desk => ({
  code: 'D-101',
  roomCode: 'R-101',
  reader: { host: '10.1.2.3', port: 5085, tls: true, tlsPinSha256: 'AB'.repeat(32) },
  antennas: [1, 2],
  weakestDbm: -55,
  version: 4,
  ...changed,
});

/** One desk, and what is put in its place. */
function oneDesk() {
  const saved: { body: Partial<Desk>; ifMatch: string | null }[] = [];
  server.use(
    http.get('*/api/facilities/desks', () => HttpResponse.json({ items: [aDesk()] })),
    http.put('*/api/facilities/desks/:code', async ({ request }) => {
      saved.push({ body: (await request.json()) as Partial<Desk>, ifMatch: request.headers.get('If-Match') });
      return HttpResponse.json(aDesk({ version: 5 }));
    }),
  );
  return saved;
}

it('should set a desk reader up', async () => {
  const saved = oneDesk();
  const { user } = openConsole({ at: '/desks', as: manager });
  expect(await screen.findByRole('row', { name: /^D-101 R-101 10.1.2.3:5085 1, 2 -55/ })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Set up a desk reader' }));
  await user.type(await screen.findByLabelText('Code'), 'D-102');
  await user.click(screen.getByRole('combobox', { name: 'Room' }));
  await user.click(await screen.findByText(/^R-101/, { selector: '.ant-select-item-option-content' }));
  await user.type(screen.getByLabelText('Reader address'), '10.1.2.4');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]).toEqual({
    ifMatch: null,
    body: { code: 'D-102', roomCode: 'R-101', reader: { host: '10.1.2.4', port: 5084, tls: false }, antennas: [1] },
  });
});

it('should change a desk from the version that was read, and keep what is not shown', async () => {
  const saved = oneDesk();
  const { user } = openConsole({ at: '/desks', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit desk D-101' }));
  await user.clear(await screen.findByLabelText('Weakest tag, dBm'));
  await user.clear(screen.getByLabelText('Antennas'));
  await user.type(screen.getByLabelText('Antennas'), '3，1');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.ifMatch).toBe('"4"');
  expect(saved[0]?.body).toEqual({ code: 'D-101', roomCode: 'R-101', reader: aDesk().reader, antennas: [3, 1] });
});

const power = () => screen.findByLabelText('Transmit power at most, dBm');

it('should set the power of its reader', async () => {
  const saved = oneDesk();
  const { user } = openConsole({ at: '/desks', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit desk D-101' }));
  await user.type(await power(), '17.5');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.body.reader).toEqual({ ...aDesk().reader, transmitPowerDbm: 17.5 });
});

it('should leave the power to the reader when it is emptied', async () => {
  const saved = oneDesk();
  const reader = { host: '10.1.2.3', port: 5084, tls: false };
  const strong = aDesk({ reader: { ...reader, transmitPowerDbm: 20 } });
  server.use(http.get('*/api/facilities/desks', () => HttpResponse.json({ items: [strong] })));
  const { user } = openConsole({ at: '/desks', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit desk D-101' }));
  expect(await power()).toHaveValue('20.0');
  await user.clear(await power());
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.body.reader).toEqual(reader);
});

it('should show at its field why a power is refused, in Chinese too', async () => {
  oneDesk();
  server.use(
    http.put('*/api/facilities/desks/D-101', () =>
      problem(400, 'INVALID_REQUEST', [{ field: 'reader.transmitPowerDbm', code: 'OUT_OF_RANGE', message: '' }]),
    ),
  );
  const { user } = openConsole({ at: '/desks', as: manager, language: 'zh-CN' });
  await user.click(await screen.findByRole('button', { name: '编辑读写台 D-101' }));
  await user.type(await screen.findByLabelText('最大发射功率（dBm）'), '39');
  await user.click(screen.getByRole('button', { name: '保存' }));
  const field = screen.getByLabelText('最大发射功率（dBm）').closest('.ant-form-item');
  await waitFor(() => expect(field).toHaveTextContent('超出允许范围。'));
});

it('should show a refusal at its field', async () => {
  oneDesk();
  server.use(
    http.put('*/api/facilities/desks/D-101', () =>
      problem(400, 'INVALID_REQUEST', [{ field: 'antennas[1]', code: 'OUT_OF_RANGE', message: '' }]),
    ),
  );
  const { user } = openConsole({ at: '/desks', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit desk D-101' }));
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Out of range.')).toBeInTheDocument();
});

it('should be no page of those who only read tags there', async () => {
  openConsole({ at: '/desks', as: signedIn('registrar', 'it-staff') });
  expect(await screen.findByText('Not for your role')).toBeInTheDocument();
});
