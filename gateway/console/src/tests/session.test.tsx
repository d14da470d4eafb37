import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { expect, it, vi } from 'vitest';
import { browser } from '@/shared/session/sign-in';
import { signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { problem, server } from '@/testing/server';

it('should send a stranger to sign in, and back to the page they wanted', async () => {
  const goTo = vi.spyOn(browser, 'goTo').mockReturnValue();
  openConsole({ at: '/devices?level=SECRET', as: null });
  await waitFor(() =>
    expect(goTo).toHaveBeenCalledWith(`/login?returnTo=${encodeURIComponent('/devices?level=SECRET')}`),
  );
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
});

it('should send somebody to sign in again when the session ends while they work', async () => {
  const goTo = vi.spyOn(browser, 'goTo').mockReturnValue();
  server.use(http.get('*/api/devices', () => problem(401, 'UNAUTHENTICATED')));
  openConsole({ at: '/devices', as: signedIn('registrar', 'it-staff') });
  await waitFor(() => expect(goTo).toHaveBeenCalledWith('/login?returnTo=%2Fdevices'));
});

it('should show a guard the gates and no ledger', async () => {
  const { path } = openConsole({ at: '/', as: signedIn('guard', 'guard') });
  expect(await screen.findByRole('heading', { name: 'Gate board' })).toBeVisible();
  expect(path()).toBe('/gates');
  const menu = within(screen.getByRole('navigation', { name: 'Main menu' }));
  expect(menu.getByRole('link', { name: 'Incidents' })).toBeInTheDocument();
  expect(menu.queryByRole('link', { name: 'Devices and media' })).not.toBeInTheDocument();
});

it('should refuse a page that is not for the role', async () => {
  openConsole({ at: '/devices/register', as: signedIn('member.rd', 'member') });
  expect(await screen.findByText('Not for your role')).toBeVisible();
});

it('should say that a page does not exist', async () => {
  openConsole({ at: '/nowhere', as: signedIn('registrar', 'it-staff') });
  expect(await screen.findByText('There is no such page.')).toBeVisible();
});

it('should say what is wrong when the gateway is away, and try again on demand', async () => {
  server.use(http.get('*/api/devices', () => problem(503, 'UNAVAILABLE')));
  const { user } = openConsole({ at: '/devices', as: signedIn('registrar', 'it-staff') });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('not available at the moment');
  server.resetHandlers();
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
});
