import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { aPermit, signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { problem, server } from '@/testing/server';

const at = `/permits/${aPermit().id}`;
const officer = signedIn('officer', 'secrecy-officer');

it('should record an approval and show it', async () => {
  let sent: unknown;
  let permit = aPermit();
  server.use(
    http.get('*/api/carriers/exit-permits/:id', () => HttpResponse.json(permit)),
    http.post('*/api/carriers/exit-permits/:id/decisions', async ({ request }) => {
      sent = { body: await request.json(), ifMatch: request.headers.get('If-Match') };
      const decision = {
        by: 'officer',
        role: 'secrecy-officer',
        decision: 'APPROVE',
        comment: 'Seen',
        at: '2026-03-01T07:30:00Z',
      } as const;
      permit = aPermit({ decisions: [decision], version: 4 });
      return HttpResponse.json(permit);
    }),
  );
  const { user } = openConsole({ at, as: officer });
  await user.type(await screen.findByLabelText('Comment'), 'Seen');
  await user.click(screen.getByRole('button', { name: 'Approve' }));

  expect(await screen.findByText('You have decided on this permit already.')).toBeInTheDocument();
  expect(screen.getByText('Approved')).toBeInTheDocument();
  expect(sent).toEqual({ body: { decision: 'APPROVE', comment: 'Seen' }, ifMatch: '"3"' });
});

it('should not reject without saying why', async () => {
  server.use(http.get('*/api/carriers/exit-permits/:id', () => HttpResponse.json(aPermit())));
  const { user } = openConsole({ at, as: officer });
  await user.click(await screen.findByRole('button', { name: 'Reject' }));
  expect(await screen.findByText('Say why it is rejected.')).toBeInTheDocument();
});

it('should let nobody decide on their own request', async () => {
  server.use(http.get('*/api/carriers/exit-permits/:id', () => HttpResponse.json(aPermit({ requestedBy: 'officer' }))));
  openConsole({ at, as: officer });
  expect(await screen.findByText('Nobody decides on their own request.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
});

it('should say in words why a decision was refused', async () => {
  server.use(
    http.get('*/api/carriers/exit-permits/:id', () => HttpResponse.json(aPermit())),
    http.post('*/api/carriers/exit-permits/:id/decisions', () => problem(409, 'SAME_POST')),
  );
  const { user } = openConsole({ at, as: officer });
  await user.click(await screen.findByRole('button', { name: 'Approve' }));
  expect(await screen.findByText(/Someone of your post has approved already/)).toBeInTheDocument();
});

it('should revoke with a reason', async () => {
  let body: unknown;
  server.use(
    http.get('*/api/carriers/exit-permits/:id', () =>
      HttpResponse.json(aPermit({ state: body ? 'REVOKED' : 'ACTIVE' })),
    ),
    http.post('*/api/carriers/exit-permits/:id/revocation', async ({ request }) => {
      body = await request.json();
      return HttpResponse.json(aPermit({ state: 'REVOKED' }));
    }),
  );
  const { user } = openConsole({ at, as: officer });
  await user.click(await screen.findByRole('button', { name: 'Revoke' }));
  await user.type(await screen.findByLabelText('Reason'), 'Trip cancelled');
  await user.click(screen.getByRole('button', { name: 'Revoke permit' }));
  await waitFor(() => expect(body).toEqual({ reason: 'Trip cancelled' }));
  expect(await screen.findByText('Revoked')).toBeInTheDocument();
});
