import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import type { IncidentCrossing, IncidentDetail } from '@/api/incidents';
import { anIncident, signedIn } from '@/testing/fixtures';
import { openConsole } from '@/testing/open-console';
import { server } from '@/testing/server';

const HEX = '3414257BF400000000989681';

const aCrossing = (changed: Partial<IncidentCrossing> = {}): IncidentCrossing => ({
  direction: 'OUT',
  decidedAt: '2026-03-01T08:00:01.500000Z',
  verdict: 'ALARM',
  reason: 'NO_PERMIT',
  confidence: 0.97,
  ruleVersion: 'line-filter/6+8f21ac03 gate/1',
  figures: [
    { name: 'swing_db', value: 11.25 },
    { name: 'probability', value: 0.974 },
    { name: 'position_m', value: 0.256 },
    { name: 'inside_dbm', value: -66.4 },
    { name: 'of_tomorrow', value: 7 },
  ],
  ...changed,
});

const anExplainedAlarm = (changed: Partial<IncidentDetail> = {}): IncidentDetail => ({
  ...anIncident(),
  crossing: aCrossing(),
  evidence: [
    { portalCode: 'P-101', antenna: 1, zone: 'INSIDE', rssiDbm: -52.5, seenAt: '2026-03-01T08:00:00Z', epc: HEX },
    { portalCode: 'P-101', antenna: 2, zone: 'INSIDE', rssiDbm: -58, seenAt: '2026-03-01T08:00:00.750000Z', epc: HEX },
    { portalCode: 'P-101', antenna: 3, zone: 'OUTSIDE', rssiDbm: -49, seenAt: '2026-03-01T08:00:01.500000Z', epc: HEX },
  ],
  history: [{ at: '2026-03-01T08:00:02Z', by: 'gate', what: 'OPENED' }],
  ...changed,
});

function anIncidentPage(incident: IncidentDetail) {
  server.use(http.get('*/api/incidents/:id', () => HttpResponse.json(incident)));
  return openConsole({ at: `/incidents/${incident.id}`, as: signedIn('officer', 'secrecy-officer') });
}

it('should show the figures an alarm rests on, with what they mean and their units, in either language', async () => {
  const { user } = anIncidentPage(anExplainedAlarm());

  const figures = within(await screen.findByRole('table', { name: 'Why the gate decided so' }));
  expect(figures.getByRole('row', { name: /^Probability of the crossing.*changed sides 97.4 %$/ })).toBeVisible();
  expect(figures.getByRole('row', { name: /^Place of the tag.*below zero is inside.* 0\.26 m$/ })).toBeVisible();
  expect(figures.getByRole('row', { name: /^Strength at the inside antennas.* [-−]66\.4 dBm$/ })).toBeVisible();
  expect(figures.getByRole('row', { name: /^Swing of the balance.* 11\.3 dB$/ })).toBeVisible();
  // What only a newer rule knows is shown as it is, after the others.
  expect(figures.getAllByRole('row').at(-1)).toHaveTextContent('of_tomorrow7');
  expect(screen.getByText('line-filter/6+8f21ac03 gate/1')).toBeVisible();

  await user.click(screen.getByRole('radio', { name: '中文' }));
  const chinese = within(await screen.findByRole('table', { name: '判定依据' }));
  expect(chinese.getByRole('row', { name: /^标签位置.*负值在室内.* 0\.26 米$/ })).toBeVisible();
  expect(chinese.getByRole('row', { name: /^穿越概率.* 97\.4 %$/ })).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'English' }));
});

it('should name the chip, and when it was read where that was after the verdict', async () => {
  const tid = 'E28011602000704A1B2C09A3';
  anIncidentPage(anExplainedAlarm({ crossing: aCrossing({ tid, tidReadAt: '2026-03-01T08:00:01.900000Z' }) }));

  expect(await screen.findByText(tid)).toBeVisible();
  const later = screen.getByText(/Read after the verdict:/).querySelector('time');
  expect(later).toHaveAttribute('datetime', '2026-03-01T08:00:01.900000Z');
});

it('should draw the reads of either side up to the decision and list them with their side', async () => {
  anIncidentPage(anExplainedAlarm());

  const plot = await screen.findByRole('img', { name: /Signal strength of the reads on either side/ });
  const told = [...plot.querySelectorAll('title')].map((title) => title.textContent);
  expect(screen.getByText('Decided')).toBeVisible();
  expect(told).toEqual(['Inside: -52.5 dBm at -1.5 s', 'Inside: -58 dBm at -0.8 s', 'Outside: -49 dBm at 0 s']);
  expect(plot.querySelectorAll('circle')).toHaveLength(2);
  expect(plot.querySelectorAll('rect')).toHaveLength(1);
  const [inside, outside] = plot.querySelectorAll('circle, rect');
  const across = (mark?: Element) => Number(mark?.getAttribute('cx') ?? mark?.getAttribute('x'));
  expect(across(inside)).toBeLessThan(across(outside));
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows).toContainEqual(expect.stringMatching(/P-101\s*3Outside\s*[-−]49/));
});

it('should say that the gate told no figures, and draw nothing of reads whose side nobody told', async () => {
  const evidence = anExplainedAlarm().evidence.map(({ zone: _, ...read }) => read);
  anIncidentPage(anExplainedAlarm({ crossing: aCrossing({ figures: [] }), evidence }));

  expect(await screen.findByText('The gate told no figures with this crossing')).toBeVisible();
  await waitFor(() => expect(screen.getAllByText('P-101').length).toBeGreaterThan(1));
  expect(screen.queryByRole('img', { name: /Signal strength/ })).not.toBeInTheDocument();
});

it('should speak of no decision where a portal is blind', async () => {
  anIncidentPage(
    anExplainedAlarm({ kind: 'PORTAL_BLIND', reason: 'REFERENCE_TAG_SILENT', crossing: undefined, evidence: [] }),
  );

  expect(await screen.findByText('No reads belong to this incident')).toBeVisible();
  expect(screen.getByText('Reference tag is silent')).toBeVisible();
  expect(screen.queryByText('Why the gate decided so')).not.toBeInTheDocument();
});
