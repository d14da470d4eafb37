import { useTranslation } from 'react-i18next';
import type { PortalAntenna } from '@/api/facilities';
import type { AntennaReads, PortalReads } from '@/api/live';
import { useFormat } from '@/shared/i18n/format';
import { useCodeLabel } from '@/shared/i18n/use-code-label';

/** The scale of the bars: about what a reader hears at all, and a tag at the antenna. */
const WEAKEST_DBM = -90;
const STRONGEST_DBM = -30;

const percent = (dbm: number) =>
  Math.min(100, Math.max(0, ((dbm - WEAKEST_DBM) / (STRONGEST_DBM - WEAKEST_DBM)) * 100));

interface BarProps {
  reads: AntennaReads | undefined;
  strayDbm: number | undefined;
}

/** Median as a bar, the strongest read and the stray level as ticks. The figures stand beside it as text. */
function Bar({ reads, strayDbm }: BarProps) {
  return (
    <div className="tg-reads-bar" aria-hidden>
      {reads?.medianDbm != null && <div style={{ width: `${percent(reads.medianDbm)}%` }} />}
      {reads?.strongestDbm != null && (
        <i className="tg-reads-strongest" style={{ insetInlineStart: `${percent(reads.strongestDbm)}%` }} />
      )}
      {strayDbm !== undefined && <i className="tg-reads-stray" style={{ insetInlineStart: `${percent(strayDbm)}%` }} />}
    </div>
  );
}

interface AntennaReadsTableProps {
  antennas: readonly PortalAntenna[];
  latest: PortalReads | null;
  /** Antenna number to the stray level, in dBm as the reader tells strengths. */
  stray: ReadonlyMap<number, number>;
}

/** What each antenna read in the last second; antennas that are not the portal's stand at the end. */
export function AntennaReadsTable({ antennas, latest, stray }: AntennaReadsTableProps) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const format = useFormat();
  const zones = new Map(antennas.map(({ id, zone }) => [id, zone]));
  const reads = new Map(latest?.antennas.map((antenna) => [antenna.id, antenna]));
  const ids = [...new Set([...zones.keys(), ...reads.keys()])];
  const dbm = (value: number | null | undefined) => (value == null ? t('common.none') : format.number(value));
  return (
    <table className="tg-reads">
      <thead>
        <tr>
          {(['antenna', 'zone', 'reads', 'tags', 'strongest', 'median', 'strength'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`portals.reads.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ids.map((id) => {
          const zone = zones.get(id);
          return (
            <tr key={id}>
              <td>{id}</td>
              <td>{zone ? label('zone', zone) : t('portals.reads.notOfPortal')}</td>
              <td>{reads.get(id)?.reads ?? 0}</td>
              <td>{reads.get(id)?.tags ?? 0}</td>
              <td>{dbm(reads.get(id)?.strongestDbm)}</td>
              <td>{dbm(reads.get(id)?.medianDbm)}</td>
              <td>
                <Bar reads={reads.get(id)} strayDbm={stray.get(id)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
