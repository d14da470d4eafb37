import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { IncidentDetail } from '@/api/incidents';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { AcknowledgeModal } from '@/shared/incidents/AcknowledgeModal';
import { useMay } from '@/shared/session/session-context';
import { PageHeader } from '@/shared/ui/PageHeader';
import { QueryView } from '@/shared/ui/QueryView';
import { incidentQuery } from '../api/get-incident';
import { Decision } from '../components/Decision';
import { Evidence } from '../components/Evidence';
import { IncidentFacts } from '../components/IncidentFacts';
import { IncidentHistory } from '../components/IncidentHistory';
import { ReadsPlot } from '../components/ReadsPlot';

function IncidentView({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const mayAcknowledge = useMay('acknowledgeIncident');
  const [acknowledging, setAcknowledging] = useState(false);
  return (
    <>
      <PageHeader
        title={`${label('incidentKind', incident.kind)} · ${incident.portalCode}`}
        back={{ to: '/incidents', label: t('incidents.title') }}
        actions={
          incident.state === 'OPEN' &&
          mayAcknowledge && (
            <Button type="primary" danger onClick={() => setAcknowledging(true)}>
              {t('incidents.acknowledge.action')}
            </Button>
          )
        }
      />
      <div className="tg-detail">
        <Card size="small" title={t('incidents.section.facts')} className="tg-detail-main">
          <IncidentFacts incident={incident} />
        </Card>
        <Card size="small" title={t('incidents.section.history')}>
          <IncidentHistory incident={incident} />
        </Card>
        {incident.crossing && (
          <Card size="small" title={t('incidents.section.decision')} className="tg-detail-main">
            <Decision crossing={incident.crossing} />
          </Card>
        )}
        <Card size="small" title={t('incidents.section.evidence')} className="tg-detail-main">
          {incident.crossing && <ReadsPlot reads={incident.evidence} decidedAt={incident.crossing.decidedAt} />}
          <Evidence reads={incident.evidence} />
        </Card>
      </div>
      {acknowledging && <AcknowledgeModal incident={incident} onClose={() => setAcknowledging(false)} />}
    </>
  );
}

export default function IncidentPage() {
  const { id = '' } = useParams();
  const incident = useQuery(incidentQuery(id));
  return <QueryView query={incident}>{(data) => <IncidentView incident={data} />}</QueryView>;
}
