import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { server } from '@/testing/server';

it('should show what is expected in the chosen cabinet, and where the rest is', async () => {
  const cabinet = { code: 'CAB-101-1', roomCode: 'R-101', name: 'Left safe', maxLevel: 'CONFIDENTIAL' };
  const item = { kind: 'LAPTOP', level: 'SECRET', expected: true, state: 'IN_PLACE', since: '2026-03-01T08:00:00Z' };
  server.use(
    http.get('*/api/facilities/cabinets/CAB-101-1/contents', () =>
      HttpResponse.json({
        cabinet,
        items: [
          { ...item, itemId: 'a', ledgerNo: 'CC-1' },
          { ...item, itemId: 'b', ledgerNo: 'CC-2', expected: false, state: 'OUT_UNDER_PERMIT' },
        ],
      }),
    ),
  );
  const { user, path } = openConsole({ at: '/', as: signedIn('manager', 'facility-manager') });
  await user.click(await screen.findByRole('menuitem', { name: /CAB-101-1/ }));
  expect(await screen.findByRole('row', { name: /CC-1 Laptop Secret In the cabinet/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /CC-2 Laptop Secret Out under permit/ })).toBeInTheDocument();
  expect(screen.getByText('2 items are above the level this cabinet may hold')).toBeInTheDocument();
  expect(path()).toBe('/cabinets/CAB-101-1');
});
