import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { aSecretLaptop, signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { problem, server } from '@/testing/server';

async function choose(user: UserEvent, field: string, option: RegExp | string) {
  await user.click(await screen.findByRole('combobox', { name: field }));
  const options = await screen.findAllByText(option, { selector: '.ant-select-item-option-content' });
  await user.click(options[options.length - 1] as HTMLElement);
}

async function fillIn(user: UserEvent) {
  await choose(user, 'Kind', 'Laptop');
  await choose(user, 'Level', 'Secret');
  await user.type(screen.getByLabelText('Name'), 'Design laptop');
  await user.type(screen.getByLabelText('Manufacturer'), 'Acme');
  await user.type(screen.getByLabelText('Model'), 'T14');
  await user.type(screen.getByLabelText('Serial number'), 'SN-1');
  await choose(user, 'Department', /^RD/);
  await choose(user, 'Keeper', /^P0101/);
}

const open = () => openConsole({ at: '/devices/register', as: signedIn('registrar', 'it-staff') });
const submit = (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Register' }));

it('should ask for what is missing before anything is sent', async () => {
  const { user } = open();
  await screen.findByRole('heading', { name: 'Register a device' });
  await submit(user);
  expect((await screen.findAllByText('Required.')).length).toBeGreaterThanOrEqual(7);
});

it('should show each violation at its field, in words', async () => {
  server.use(
    http.post('*/api/devices', () =>
      problem(422, 'RULE_VIOLATED', [
        { field: 'keeperNo', code: 'KEEPER_NOT_CLEARED', message: 'keeper not cleared' },
        { field: 'serialNo', code: 'A_CODE_OF_TOMORROW', message: 'Said by the server.' },
      ]),
    ),
  );
  const { user } = open();
  await fillIn(user);
  await submit(user);

  expect(await screen.findByText('The keeper is not cleared for this level.')).toBeInTheDocument();
  const keeper = screen.getByRole('combobox', { name: 'Keeper' });
  await waitFor(() => expect(keeper).toHaveAttribute('aria-invalid', 'true'));
  expect(screen.getByLabelText('Serial number')).toHaveAccessibleDescription('Said by the server.');
  expect(screen.getByRole('alert', { name: '' })).toBeInTheDocument();
});

it('should repeat the key of a request that is sent again, and change it with the request', async () => {
  const keys: (string | null)[] = [];
  const bodies: unknown[] = [];
  server.use(
    http.post('*/api/devices', async ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      bodies.push(await request.json());
      return keys.length < 3 ? problem(503, 'UNAVAILABLE') : HttpResponse.json(aSecretLaptop(), { status: 201 });
    }),
    http.get('*/api/devices/:id', () => HttpResponse.json(aSecretLaptop())),
    http.get('*/api/devices/:id/history', () => HttpResponse.json({ items: [] })),
    http.get('*/api/carriers/items/:id', () => problem(404, 'NOT_FOUND')),
  );
  const { user, path } = open();
  await fillIn(user);
  await submit(user);
  await waitFor(() => expect(keys).toHaveLength(1));
  await screen.findByText(/not available at the moment/);
  await submit(user);
  await waitFor(() => expect(keys).toHaveLength(2));
  await user.type(screen.getByLabelText('Model'), 's');
  await submit(user);
  await waitFor(() => expect(path()).toBe(`/devices/${aSecretLaptop().id}`));

  expect(keys[0]).toBeTruthy();
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
  expect(bodies[0]).toEqual({
    kind: 'LAPTOP',
    classified: true,
    level: 'SECRET',
    name: 'Design laptop',
    manufacturer: 'Acme',
    model: 'T14',
    serialNo: 'SN-1',
    departmentCode: 'RD',
    keeperNo: 'P0101',
  });
});
