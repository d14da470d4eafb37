import { AlertFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Incident } from '@/api/incidents';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { useMay } from '@/shared/session/session-context';
import { Deferred } from '@/shared/ui/Deferred';
import { EpcBrief } from '@/shared/ui/EpcBrief';
import { Instant } from '@/shared/ui/Instant';
import { LevelTag } from '@/shared/ui/LevelTag';
import type { Alarm } from '../alarms';
import { useAlarmSound, useSoundState } from '../use-alarm-sound';
import { useAlarms, useOpenIncidents } from '../use-alarms';
import { SoundControl } from './SoundControl';

// Fetched once there is an alarm: no first load carries it, and nobody who must acknowledge waits for it.
const loadModal = () => import('@/shared/incidents/AcknowledgeModal');
const AcknowledgeModal = lazy(() => loadModal().then((module) => ({ default: module.AcknowledgeModal })));

/** More would push the portals off the screen, or other work off other pages; the rest is counted. */
const SHOWN_ON_BOARD = 3;
const SHOWN_ELSEWHERE = 1;

function AlarmRow({ alarm, onAcknowledge }: { alarm: Alarm; onAcknowledge: (incident: Incident) => void }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const mayAcknowledge = useMay('acknowledgeIncident');
  const { incident } = alarm;
  return (
    <li className="tg-alarm-row">
      <AlertFilled className="tg-alarm-icon" aria-hidden />
      <div className="tg-alarm-what">
        <div className="tg-alarm-title">
          <strong>{alarm.portalCode}</strong> {label('incidentKind', incident?.kind ?? 'UNAUTHORIZED_EXIT')}
        </div>
        <div className="tg-alarm-detail">
          <span>{label('reason', alarm.reason)}</span>
          {alarm.kind && <span>{label('kind', alarm.kind)}</span>}
          <LevelTag level={alarm.level} />
          {alarm.departmentCode && <span>{alarm.departmentCode}</span>}
          <EpcBrief epc={alarm.epc} uri={alarm.epcUri} />
          <Instant value={alarm.at} clockOnly />
        </div>
      </div>
      {incident && mayAcknowledge ? (
        <Button size="large" className="tg-alarm-button" onClick={() => onAcknowledge(incident)}>
          {t('gates.alarm.acknowledge')}
        </Button>
      ) : (
        !incident && <span>{t('gates.alarm.opening')}</span>
      )}
    </li>
  );
}

/** A hidden tab calls through its title. */
function useAlarmTitle(alarm: Alarm | undefined): void {
  const { t, i18n } = useTranslation();
  const portal = alarm?.portalCode;
  useEffect(() => {
    document.title = portal ? t('gates.alarm.tab', { portal }) : t('app.name');
    return () => {
      document.title = t('app.name');
    };
  }, [portal, t, i18n.language]);
}

/**
 * The alarm one cannot overlook: across every page, over everything that scrolls, flashing and sounding until each alarm was
 * acknowledged with a comment.
 */
export function AlarmBanner() {
  const { t } = useTranslation();
  const alarms = useAlarms(useOpenIncidents());
  const alarmed = alarms.length > 0;
  const onBoard = useLocation().pathname === '/gates';
  const shown = onBoard ? SHOWN_ON_BOARD : SHOWN_ELSEWHERE;
  const sound = useSoundState();
  const [acknowledging, setAcknowledging] = useState<Incident | null>(null);
  useAlarmSound(alarmed);
  useAlarmTitle(alarms[0]);
  useEffect(() => {
    // What fails here is fetched again, and told of, when it is asked for.
    if (alarmed) loadModal().catch(() => undefined);
  }, [alarmed]);

  if (!alarmed && !acknowledging) return null;
  return (
    <>
      {alarmed && (
        <section className="tg-alarm" role="alert" aria-label={t('gates.alarm.title')}>
          <ul className="tg-alarm-list">
            {alarms.slice(0, shown).map((alarm) => (
              <AlarmRow key={alarm.key} alarm={alarm} onAcknowledge={setAcknowledging} />
            ))}
          </ul>
          <div className="tg-alarm-foot">
            {alarms.length > shown && (
              <Link to="/incidents?state=OPEN">{t('gates.alarm.more', { count: alarms.length - shown })}</Link>
            )}
            {!onBoard && <Link to="/gates">{t('gates.alarm.toBoard')}</Link>}
            {sound === 'off' && !onBoard && <SoundControl />}
          </div>
        </section>
      )}
      {acknowledging && (
        <Deferred>
          <AcknowledgeModal incident={acknowledging} onClose={() => setAcknowledging(null)} />
        </Deferred>
      )}
    </>
  );
}
