import { useTranslation } from 'react-i18next';
import type { EvidenceRead } from '@/api/incidents';
import { useFormat } from '@/shared/i18n/format';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { type PlottedRead, plotOf, SIDES, type Side } from '../reads-plot';

const SIZE = { width: 640, height: 220, left: 44, right: 12, top: 12, bottom: 30 };
const MARK = 4;

/** A side has a shape as well as a colour: not everybody tells the colours apart. */
function Mark({ side, x, y }: { side: Side; x: number; y: number }) {
  return side === 'INSIDE' ? (
    <circle className="tg-plot-inside" cx={x} cy={y} r={MARK} />
  ) : (
    <rect className="tg-plot-outside" x={x - MARK} y={y - MARK} width={2 * MARK} height={2 * MARK} />
  );
}

function Legend() {
  const { t } = useTranslation();
  const label = useCodeLabel();
  return (
    <figcaption className="tg-plot-legend">
      {SIDES.map((side) => (
        <span key={side} className="tg-inline">
          <svg width={3 * MARK} height={3 * MARK} aria-hidden>
            <Mark side={side} x={1.5 * MARK} y={1.5 * MARK} />
          </svg>
          {label('zone', side)}
        </span>
      ))}
      <span className="tg-inline">
        <svg width={3 * MARK} height={3 * MARK} aria-hidden>
          <line className="tg-plot-decided" x1={1.5 * MARK} x2={1.5 * MARK} y1={0} y2={3 * MARK} />
        </svg>
        {t('incidents.plot.decided')}
      </span>
      <span className="tg-plot-axes">{t('incidents.plot.axes')}</span>
    </figcaption>
  );
}

/** Strength over time of the reads on either side: who goes out fades inside and grows outside. */
export function ReadsPlot({ reads, decidedAt }: { reads: EvidenceRead[]; decidedAt: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const plot = plotOf(reads, decidedAt);
  if (!plot) return null;
  const x = (seconds: number) =>
    SIZE.left + ((seconds - plot.from) / (plot.to - plot.from)) * (SIZE.width - SIZE.left - SIZE.right);
  const y = (dbm: number) =>
    SIZE.top + ((plot.strongest - dbm) / (plot.strongest - plot.weakest)) * (SIZE.height - SIZE.top - SIZE.bottom);
  const floor = SIZE.height - SIZE.bottom;
  const path = (side: Side) =>
    plot.reads
      .filter((read) => read.side === side)
      .map((read, i) => `${i === 0 ? 'M' : 'L'}${x(read.seconds)} ${y(read.dbm)}`)
      .join('');
  const spoken = ({ side, seconds, dbm }: PlottedRead) =>
    t(`incidents.plot.read.${side}`, { seconds: format.number(seconds), dbm: format.number(dbm) });
  return (
    <figure className="tg-plot">
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={t('incidents.plot.title')}>
        {plot.levels.map((dbm) => (
          <g key={dbm}>
            <line className="tg-plot-grid" x1={SIZE.left} x2={SIZE.width - SIZE.right} y1={y(dbm)} y2={y(dbm)} />
            <text x={SIZE.left - 6} y={y(dbm)} textAnchor="end" dominantBaseline="middle">
              {format.number(dbm)}
            </text>
          </g>
        ))}
        {plot.moments.map((seconds) => (
          <text key={seconds} x={x(seconds)} y={floor + 16} textAnchor="middle">
            {t('incidents.unit.s', { value: format.number(seconds) })}
          </text>
        ))}
        <line className="tg-plot-decided" x1={x(0)} x2={x(0)} y1={SIZE.top} y2={floor} />
        {SIDES.map((side) => (
          <path key={side} className={`tg-plot-line tg-plot-${side.toLowerCase()}`} d={path(side)} />
        ))}
        {plot.reads.map((read) => (
          <g key={`${read.seconds}/${read.antenna}/${read.dbm}`}>
            <title>{spoken(read)}</title>
            <Mark side={read.side} x={x(read.seconds)} y={y(read.dbm)} />
          </g>
        ))}
      </svg>
      <Legend />
    </figure>
  );
}
