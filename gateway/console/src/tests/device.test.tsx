import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { aSecretLaptop, signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { problem, server } from '@/testing/server';

it('should page forward and back through a filtered list', async () => {
  server.use(
    http.get('*/api/devices', ({ request }) => {
      const query = new URL(request.url).searchParams;
      if (query.get('level') !== 'SECRET') return problem(400, 'INVALID_REQUEST');
      return query.get('after') === 'two'
        ? HttpResponse.json({ items: [aSecretLaptop({ id: 'b', ledgerNo: 'CC-2' })] })
        : HttpResponse.json({ items: [aSecretLaptop({ id: 'a', ledgerNo: 'CC-1' })], next: 'two' });
    }),
  );
  const { user } = openConsole({ at: '/devices?level=SECRET', as: signedIn('member.rd', 'member') });
  expect(await screen.findByRole('link', { name: 'CC-1' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Register device' })).not.toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: /Next/ }));
  expect(await screen.findByRole('link', { name: 'CC-2' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /Previous/ }));
  expect(await screen.findByRole('link', { name: 'CC-1' })).toBeInTheDocument();
});

it('should change only what was changed, from the version that was read', async () => {
  let sent: { body: unknown; ifMatch: string | null } | undefined;
  server.use(
    http.get('*/api/devices/:id', () => HttpResponse.json(aSecretLaptop({ version: 4 }))),
    http.get('*/api/devices/:id/history', () => HttpResponse.json({ items: [] })),
    http.get('*/api/carriers/items/:id', () => problem(404, 'NOT_FOUND')),
    http.patch('*/api/devices/:id', async ({ request }) => {
      sent = { body: await request.json(), ifMatch: request.headers.get('If-Match') };
      return problem(412, 'PRECONDITION_FAILED');
    }),
  );
  const { user } = openConsole({ at: `/devices/${aSecretLaptop().id}`, as: signedIn('registrar', 'it-staff') });
  await user.click(await screen.findByRole('button', { name: 'Change' }));
  const drawer = within(await screen.findByRole('dialog'));
  await user.type(drawer.getByLabelText('Reason for the change'), 'New name');
  await user.clear(drawer.getByLabelText('Name'));
  await user.type(drawer.getByLabelText('Name'), 'Lab laptop');
  await user.click(drawer.getByRole('button', { name: 'Save' }));

  expect(await drawer.findByRole('alert')).toHaveTextContent('Somebody changed this');
  await waitFor(() => expect(sent).toEqual({ body: { name: 'Lab laptop', reason: 'New name' }, ifMatch: '"4"' }));
});

it('should say no more of an item out of scope than that nothing is there', async () => {
  server.use(http.get('*/api/devices/:id', () => problem(404, 'NOT_FOUND')));
  openConsole({ at: '/devices/of-others', as: signedIn('member.ops', 'member') });
  expect(await screen.findByText('There is nothing here that you may see.')).toBeVisible();
});
