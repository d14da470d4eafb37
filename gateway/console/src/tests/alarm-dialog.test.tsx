import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it, vi } from 'vitest';
import { anIncident, signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { liveStream, server } from '@/testing/server';

// As after an update of the server, whose new files have new names.
vi.mock('@/shared/incidents/AcknowledgeModal', () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});

it('should keep the alarm on the screen and say so when the dialog to acknowledge it cannot be loaded', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  liveStream();
  server.use(http.get('*/api/incidents', () => HttpResponse.json({ items: [anIncident()] })));
  const { user } = openConsole({ at: '/gates', as: signedIn('guard', 'guard') });
  const alarm = await screen.findByRole('alert', { name: 'Alarm' });

  await user.click(within(alarm).getByRole('button', { name: 'Acknowledge' }));

  expect(await screen.findByText(/Something unexpected went wrong/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  expect(screen.getByRole('alert', { name: 'Alarm' })).toHaveTextContent('P-101 Unauthorised exit');
});
