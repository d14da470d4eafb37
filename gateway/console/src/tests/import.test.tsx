import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { problem, server } from '@/testing/server';

const csv = [
  '设备类型,是否涉密,密级,设备名称,生产厂家,型号,序列号,所属部门,责任人,备注',
  'LAPTOP,true,SECRET,"设计, 本",Acme,T14,SN-1,RD,P0101,x',
].join('\n');

const open = () => openConsole({ at: '/devices/import', as: signedIn('registrar', 'it-staff') });

async function upload(user: ReturnType<typeof open>['user'], content: BlobPart) {
  await screen.findByText('Choose a CSV file or drop it here');
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file input');
  await user.upload(input, new File([content], 'ledger.csv', { type: 'text/csv' }));
}

const run = (id: string, dryRun: boolean, state: string) => ({
  id,
  dryRun,
  rows: 3,
  accepted: state === 'RUNNING' ? 1 : 2,
  rejected: state === 'RUNNING' ? 0 : 1,
  state,
  encoding: 'UTF-8',
  startedAt: '2026-03-01T08:00:00Z',
});

it('should match columns, rehearse, show the rejected rows, and import when told to', async () => {
  const starts: (string | null)[] = [];
  const polls = new Map<string, number>();
  server.use(
    http.post('*/api/devices/imports', ({ request }) => {
      const dryRun = new URL(request.url).searchParams.get('dryRun');
      starts.push(dryRun);
      return HttpResponse.json(run(dryRun === 'true' ? 'rehearsal' : 'real', dryRun === 'true', 'RUNNING'), {
        status: 202,
      });
    }),
    http.get('*/api/devices/imports/:id', ({ params }) => {
      const id = String(params.id);
      polls.set(id, (polls.get(id) ?? 0) + 1);
      return HttpResponse.json(run(id, id === 'rehearsal', (polls.get(id) ?? 0) > 1 ? 'COMPLETED' : 'RUNNING'));
    }),
    http.get('*/api/devices/imports/:id/rejections', () =>
      HttpResponse.json({
        items: [{ row: 3, field: 'departmentCode', code: 'UNKNOWN_DEPARTMENT', message: 'no', value: 'XX' }],
      }),
    ),
  );
  const { user } = open();
  await upload(user, csv);
  const mapped = await screen.findByRole('row', { name: /^Serial number required 序列号/ });
  expect(mapped).toHaveTextContent('SN-1');
  expect(screen.getByRole('row', { name: /^Name required 设备名称/ })).toHaveTextContent('设计, 本');

  await user.click(screen.getByRole('button', { name: 'Check the file' }));
  expect(
    await screen.findByText(/2 rows can be imported, 1 are rejected. Nothing has been written/),
  ).toBeInTheDocument();
  const rejected = within(screen.getByRole('region', { name: 'Rejected rows' }));
  expect(
    await rejected.findByRole('row', { name: '3 Department There is no such department. XX' }),
  ).toBeInTheDocument();
  expect(starts).toEqual(['true']);

  await user.click(screen.getByRole('button', { name: 'Import 2 rows' }));
  expect(await screen.findByText(/Import finished: 2 rows imported, 1 rejected/)).toBeInTheDocument();
  expect(starts).toEqual(['true', 'false']);
});

it('should not check a file before every needed column is matched', async () => {
  const { user } = open();
  await upload(user, 'a,b\n1,2\n');
  expect(await screen.findByText(/Still to be matched: Kind, Level, Name/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Check the file' })).toBeDisabled();
});

it('should read the header of a GB18030 file', async () => {
  const { user } = open();
  // "密级,序列号" in GB18030
  await upload(user, new Uint8Array([0xc3, 0xdc, 0xbc, 0xb6, 0x2c, 0xd0, 0xf2, 0xc1, 0xd0, 0xba, 0xc5, 0x0a]));
  expect(await screen.findByRole('row', { name: /^Level required 密级/ })).toBeInTheDocument();
});

it('should refuse a file without a header', async () => {
  const { user } = open();
  await upload(user, '\n\n');
  expect(await screen.findByText('This file has no header row to match columns by.')).toBeInTheDocument();
});

it('should say why an upload was refused', async () => {
  server.use(http.post('*/api/devices/imports', () => problem(413, 'TOO_LARGE')));
  const { user } = open();
  await upload(user, csv);
  await user.click(await screen.findByRole('button', { name: 'Check the file' }));
  await waitFor(() => expect(screen.getByText('The file is too large.')).toBeInTheDocument());
});
