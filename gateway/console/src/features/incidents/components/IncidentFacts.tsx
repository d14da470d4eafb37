import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IncidentCrossing, IncidentDetail } from '@/api/incidents';
import { useFormat } from '@/shared/i18n/format';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { useIncidentReason } from '@/shared/incidents/use-incident-reason';
import { useMay } from '@/shared/session/session-context';
import { EpcName } from '@/shared/ui/EpcName';
import { Instant } from '@/shared/ui/Instant';
import { Mono } from '@/shared/ui/Mono';
import { StateTag } from '@/shared/ui/StateTag';

function Item({ id }: { id: string }) {
  const { t } = useTranslation();
  const mayOpen = useMay('devices');
  return mayOpen ? <Link to={`/devices/${id}`}>{t('incidents.openItem')}</Link> : <Mono copyable>{id}</Mono>;
}

/** The verdict waits for no chip: one that was read after it says when. */
function Chip({ tid, readAt }: { tid: string; readAt: IncidentCrossing['tidReadAt'] }) {
  const { t } = useTranslation();
  return (
    <div>
      <Mono copyable>{tid}</Mono>
      {readAt && (
        <div className="tg-muted">
          {t('incidents.chipReadAt')} <Instant value={readAt} />
        </div>
      )}
    </div>
  );
}

export function IncidentFacts({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const reasonOf = useIncidentReason();
  const format = useFormat();
  const { crossing } = incident;
  const none = t('common.none');
  const facts = [
    ['state', <StateTag family="incidentState" code={incident.state} key="state" />],
    ['kind', label('incidentKind', incident.kind)],
    ['reason', reasonOf(incident)],
    ['portal', incident.portalCode],
    ['detectedAt', <Instant value={incident.detectedAt} key="detectedAt" />],
    ['item', incident.itemId ? <Item id={incident.itemId} key="item" /> : none],
    ['epc', incident.epc ? <EpcName epc={incident.epc} uri={incident.epcUri} key="epc" /> : none],
    ['tid', crossing?.tid ? <Chip tid={crossing.tid} readAt={crossing.tidReadAt} key="tid" /> : none],
    ['direction', crossing ? label('direction', crossing.direction) : none],
    ['verdict', crossing ? <StateTag family="verdict" code={crossing.verdict} key="verdict" /> : none],
    ['confidence', crossing?.confidence == null ? none : `${format.number(crossing.confidence * 100)} %`],
  ] as const;
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, lg: 2 }}
      items={facts.map(([field, value]) => ({ key: field, label: t(`incidents.field.${field}`), children: value }))}
    />
  );
}
