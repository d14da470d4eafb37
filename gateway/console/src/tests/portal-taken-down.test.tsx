import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import type { Portal } from '@/api/facilities';
import { aPortal, signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { liveStream, problem, server } from '@/testing/server';

const manager = signedIn('manager', 'facility-manager');

/** P-101, and P-102 that stays up, as facilities keeps them; and what was put in the place of P-101. */
function twoPortals(changed: Partial<Portal> = {}) {
  let first = aPortal({ tuning: { certainty: 0.7 }, version: 4, ...changed });
  const second = aPortal({ code: 'P-102' });
  const saved: { body: Partial<Portal>; ifMatch: string | null }[] = [];
  server.use(
    http.get('*/api/facilities/portals', () => HttpResponse.json({ items: [first, second] })),
    http.put('*/api/facilities/portals/P-101', async ({ request }) => {
      const body = (await request.json()) as Partial<Portal>;
      saved.push({ body, ifMatch: request.headers.get('If-Match') });
      first = { ...first, ...body, version: first.version + 1 };
      return HttpResponse.json(first);
    }),
  );
  return { saved, become: (active: boolean) => void (first = { ...first, active }) };
}

/** By its title, for the drawer beneath is a dialog, too. */
async function confirmation(title: string): Promise<HTMLElement> {
  const dialog = (await screen.findByText(title)).closest<HTMLElement>('[role=dialog]');
  if (!dialog) throw new Error(`${title} is no dialog`);
  return dialog;
}

const codes = async () => {
  await screen.findByRole('row', { name: /P-102/ });
  return screen
    .getAllByRole('row')
    .map((row) => /P-\d+( Taken down| 停用)?/.exec(row.textContent)?.[0])
    .filter(Boolean);
};

it('should take a portal down once its manager has read what that means', async () => {
  const { saved } = twoPortals();
  const { user } = openConsole({ at: '/portals', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit portal P-101' }));
  await user.click(await screen.findByRole('button', { name: 'Take down' }));

  const asked = await confirmation('Take portal P-101 down?');
  expect(asked).toHaveTextContent('nobody watches this door');
  expect(asked).toHaveTextContent('no horn sounds');
  expect(asked).toHaveTextContent('can be put up again');
  expect(saved).toEqual([]);
  await user.click(within(asked).getByRole('button', { name: 'Take it down' }));

  expect(await screen.findByText('Portal P-101 taken down')).toBeInTheDocument();
  expect(saved).toHaveLength(1);
  expect(saved[0]?.ifMatch).toBe('"4"');
  expect(saved[0]?.body).toMatchObject({ active: false, roomCode: 'R-101', tuning: { certainty: 0.7 } });
  await waitFor(async () => expect(await codes()).toEqual(['P-102', 'P-101 Taken down']));
  expect(screen.queryByRole('link', { name: 'Tune portal P-101' })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Tune portal P-102' })).toBeInTheDocument();
});

it('should leave a portal up when its manager thinks better of it', async () => {
  const { saved } = twoPortals();
  const { user } = openConsole({ at: '/portals', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit portal P-101' }));
  await user.click(await screen.findByRole('button', { name: 'Take down' }));
  const asked = await confirmation('Take portal P-101 down?');
  await user.click(within(asked).getByRole('button', { name: 'Cancel' }));

  await waitFor(() => expect(asked).not.toBeVisible());
  expect(saved).toEqual([]);
});

it('should put a portal up again', async () => {
  const { saved } = twoPortals({ active: false });
  const { user } = openConsole({ at: '/portals', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit portal P-101' }));
  await user.click(await screen.findByRole('button', { name: 'Put up again' }));
  const asked = await confirmation('Put portal P-101 up again?');
  await user.click(within(asked).getByRole('button', { name: 'Put it up' }));

  expect(await screen.findByText('Portal P-101 put up')).toBeInTheDocument();
  expect(saved[0]?.body.active).toBe(true);
  await waitFor(async () => expect(await codes()).toEqual(['P-101', 'P-102']));
});

it('should say why a portal cannot be put up again', async () => {
  twoPortals({ active: false });
  server.use(
    http.put('*/api/facilities/portals/P-101', () =>
      problem(409, 'DUPLICATE_READER', [{ field: 'reader', code: 'DUPLICATE_READER', message: '' }]),
    ),
  );
  const { user } = openConsole({ at: '/portals', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit portal P-101' }));
  await user.click(await screen.findByRole('button', { name: 'Put up again' }));
  await user.click(await screen.findByRole('button', { name: 'Put it up' }));

  expect(await screen.findByText(/Another portal or a desk uses this reader/)).toBeInTheDocument();
});

/** What a change leaves out would put it up. */
it('should keep a portal down whose settings are changed', async () => {
  const { saved } = twoPortals({ active: false });
  const { user } = openConsole({ at: '/portals', as: manager });
  await user.click(await screen.findByRole('button', { name: 'Edit portal P-101' }));
  await user.type(await screen.findByLabelText('Reader address'), '9');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.body).toMatchObject({ active: false, reader: { host: '127.0.0.19' } });
});

it('should list portals taken down last, in Chinese too', async () => {
  twoPortals({ active: false });
  openConsole({ at: '/portals', as: manager, language: 'zh-CN' });
  expect(await codes()).toEqual(['P-102', 'P-101 停用']);
});

it('should take a portal off the gate board while it is down, without being asked', async () => {
  const live = liveStream();
  const { become } = twoPortals();
  openConsole({ at: '/gates', as: signedIn('guard', 'guard') });
  await screen.findByText('Live');
  live.send('portal-health', { portalCode: 'P-101', state: 'BLIND', reason: 'CONNECTION_LOST' });
  expect(await screen.findByRole('article', { name: 'Portal P-101' })).toHaveTextContent('Reader connection lost');

  become(false);
  live.send('portal', { portalCode: 'P-101', active: false });
  await waitFor(() => expect(screen.queryByRole('article', { name: 'Portal P-101' })).not.toBeInTheDocument());
  expect(screen.getByRole('article', { name: 'Portal P-102' })).toBeInTheDocument();

  become(true);
  live.send('portal', { portalCode: 'P-101', active: true });
  expect(await screen.findByRole('article', { name: 'Portal P-101' })).toHaveTextContent('No report from the gate');
});

it('should take a portal off the board of somebody who may not list portals', async () => {
  const live = liveStream();
  server.use(http.get('*/api/facilities/portals', () => problem(403, 'FORBIDDEN')));
  openConsole({ at: '/gates', as: signedIn('guard', 'guard') });
  await screen.findByText('Live');
  live.send('portal-health', { portalCode: 'P-101', state: 'BLIND', reason: 'BRIDGE_SILENT' });
  await screen.findByRole('article', { name: 'Portal P-101' });

  live.send('portal', { portalCode: 'P-101', active: false });

  await waitFor(() => expect(screen.queryByRole('article', { name: 'Portal P-101' })).not.toBeInTheDocument());
});

it('should not offer a portal taken down for an exit permit', async () => {
  twoPortals({ active: false });
  const { user } = openConsole({ at: '/permits/request', as: signedIn('registrar', 'it-staff') });
  await user.click(await screen.findByRole('combobox', { name: /Portals/ }));

  expect(await screen.findByText(/^P-102/, { selector: '.ant-select-item-option-content' })).toBeInTheDocument();
  expect(screen.queryByText(/^P-101/, { selector: '.ant-select-item-option-content' })).not.toBeInTheDocument();
});
