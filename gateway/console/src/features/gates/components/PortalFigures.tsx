import { useTranslation } from 'react-i18next';
import type { PortalHealth } from '@/api/live';
import { useFormat } from '@/shared/i18n/format';

/** Less says nothing about a clock: reports are stamped some milliseconds before they arrive. */
const SKEW_WORTH_A_LOOK_MS = 1000;

interface Figure {
  name:
    | 'crossings'
    | 'alarmed'
    | 'allowed'
    | 'recorded'
    | 'timeToAlarm'
    | 'reconnects'
    | 'skew'
    | 'queue'
    | 'spool'
    | 'thinned';
  value: string | null;
  hint?: string;
  /** Somebody should look after it. */
  odd?: boolean;
}

function useFigures(health: PortalHealth): Figure[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { figures, connects, clockSkewMillis: skew, spoolDepth, thinnedReads } = health;
  const count = (value: number | null | undefined) => (value == null ? null : format.number(value));
  const duration = (millis: number | null | undefined) =>
    millis == null
      ? null
      : Math.abs(millis) < 1000
        ? t('gates.millis', { millis: format.hundredths(millis) })
        : t('gates.seconds', { seconds: format.number(millis / 1000) });
  return [
    {
      name: 'crossings',
      value: count(figures && figures.alarmed + figures.allowed + figures.recorded),
      hint: t('gates.figureHint.crossings', { foreign: format.number(figures?.foreign ?? 0) }),
    },
    { name: 'alarmed', value: count(figures?.alarmed) },
    { name: 'allowed', value: count(figures?.allowed) },
    { name: 'recorded', value: count(figures?.recorded) },
    {
      name: 'timeToAlarm',
      value: duration(figures?.timeToAlarmMillis),
      hint: t('gates.figureHint.timeToAlarm', {
        slowest: duration(figures?.slowestTimeToAlarmMillis) ?? t('common.none'),
      }),
    },
    { name: 'reconnects', value: count(connects == null ? null : Math.max(0, connects - 1)) },
    {
      name: 'skew',
      value: duration(skew),
      hint: t('gates.figureHint.skew'),
      odd: Math.abs(skew ?? 0) >= SKEW_WORTH_A_LOOK_MS,
    },
    {
      name: 'queue',
      value: count(figures && figures.queuedCrossings + figures.queuedReads),
      hint: t('gates.figureHint.queue', {
        crossings: format.number(figures?.queuedCrossings ?? 0),
        reads: format.number(figures?.queuedReads ?? 0),
      }),
      odd: (figures?.queuedCrossings ?? 0) > 0,
    },
    { name: 'spool', value: count(spoolDepth), hint: t('gates.figureHint.spool') },
    ...(thinnedReads ? [{ name: 'thinned', value: count(thinnedReads), odd: true } as const] : []),
  ];
}

/** What the bridge counts, small, under what one must see from afar. */
export function PortalFigures({ health }: { health: PortalHealth }) {
  const { t } = useTranslation();
  return (
    <dl className="tg-figures" aria-label={t('gates.figures')}>
      {useFigures(health).map(({ name, value, hint, odd }) => (
        <div key={name} title={hint} className={odd ? 'tg-odd' : undefined}>
          <dt>{t(`gates.figure.${name}`)}</dt>
          <dd>{value ?? t('common.none')}</dd>
        </div>
      ))}
    </dl>
  );
}
