import {
  ApiOutlined,
  EyeInvisibleOutlined,
  QuestionCircleOutlined,
  SafetyCertificateOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Crossing, PortalHealth, PortalState } from '@/api/live';
import { useFormat } from '@/shared/i18n/format';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { Instant } from '@/shared/ui/Instant';
import { PortalFigures } from './PortalFigures';

const icons: Record<PortalState | 'UNKNOWN', ReactNode> = {
  WATCHING: <SafetyCertificateOutlined aria-hidden />,
  CONNECTING: <ApiOutlined aria-hidden />,
  BLIND: <EyeInvisibleOutlined aria-hidden />,
  UNKNOWN: <QuestionCircleOutlined aria-hidden />,
};

interface PortalTileProps {
  code: string;
  roomCode: string | undefined;
  health: PortalHealth | undefined;
  last: Crossing | undefined;
  alarmed: boolean;
}

/** Whoever stands at the door has to know: nothing sounds there. */
const GRAVE = new Set(['ALARM_OUTPUT_FAULT', 'HORN_SILENT']);

export function PortalTile({ code, roomCode, health, last, alarmed }: PortalTileProps) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const format = useFormat();
  const state = health?.state ?? 'UNKNOWN';
  const warnings = health?.warnings ?? [];
  return (
    <article className={`tg-portal tg-portal-${alarmed ? 'ALARM' : state}`} aria-label={t('gates.portal', { code })}>
      <header>
        <span className="tg-portal-code">{code}</span>
        <span className="tg-portal-room">{roomCode}</span>
      </header>
      <div className="tg-portal-state">
        {icons[state]} <strong>{label('portalState', state)}</strong>
      </div>
      <div className="tg-portal-why" title={health?.detail ?? undefined}>
        {state !== 'WATCHING' && (health?.reason ? label('portalReason', health.reason) : health?.detail)}
        {state === 'UNKNOWN' && t('gates.noReport')}
      </div>
      <dl>
        <dt>{t('gates.reads')}</dt>
        <dd>{health?.readsPerSecond == null ? t('common.none') : format.number(health.readsPerSecond)}</dd>
        <dt>{t('gates.since')}</dt>
        <dd>{health?.since ? <Instant value={health.since} clockOnly /> : t('common.none')}</dd>
        <dt>{t('gates.lastCrossing')}</dt>
        <dd>{last ? <Instant value={last.decidedAt} clockOnly /> : t('common.none')}</dd>
      </dl>
      {warnings.length > 0 && (
        <ul className="tg-portal-warnings" aria-label={t('gates.warnings')}>
          {warnings.map(({ code: what, detail }) => (
            <li key={what} title={detail ?? undefined} className={GRAVE.has(what) ? 'tg-grave' : undefined}>
              <WarningOutlined aria-hidden /> {label('portalWarning', what)}
            </li>
          ))}
        </ul>
      )}
      {health && <PortalFigures health={health} />}
      {health?.alarmOn && <div className="tg-portal-alarm">{t('gates.alarmOutput')}</div>}
    </article>
  );
}
