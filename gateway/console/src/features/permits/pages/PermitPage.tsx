import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ExitPermit } from '@/api/carriers';
import { useMay, useSession } from '@/shared/session/session-context';
import { PageHeader } from '@/shared/ui/PageHeader';
import { QueryView } from '@/shared/ui/QueryView';
import { permitQuery } from '../api/get-permit';
import { DecisionCard } from '../components/DecisionCard';
import { PermitDecisions } from '../components/PermitDecisions';
import { PermitFacts } from '../components/PermitFacts';
import { RevokeModal } from '../components/RevokeModal';

function Permit({ permit }: { permit: ExitPermit }) {
  const { t } = useTranslation();
  const mayDecide = useMay('decidePermit');
  const mayRevoke = useMay('revokePermit');
  const isMine = useSession().username === permit.requestedBy;
  const [revoking, setRevoking] = useState(false);
  const isRevocable = permit.state === 'PENDING' || permit.state === 'ACTIVE';
  return (
    <>
      <PageHeader
        title={t('permits.one', { permitNo: permit.permitNo })}
        back={{ to: '/permits', label: t('permits.title') }}
        actions={
          isRevocable &&
          (mayRevoke || isMine) && (
            <Button danger onClick={() => setRevoking(true)}>
              {t('permits.revoke.action')}
            </Button>
          )
        }
      />
      <div className="tg-detail">
        <Card size="small" title={t('permits.section.facts')} className="tg-detail-main">
          <PermitFacts permit={permit} />
        </Card>
        <div className="tg-stack">
          {mayDecide && permit.state === 'PENDING' && <DecisionCard permit={permit} />}
          <Card size="small" title={t('permits.decisions.title')}>
            <PermitDecisions decisions={permit.decisions} />
          </Card>
        </div>
      </div>
      {revoking && <RevokeModal permit={permit} onClose={() => setRevoking(false)} />}
    </>
  );
}

export default function PermitPage() {
  const { id = '' } = useParams();
  const permit = useQuery(permitQuery(id));
  return <QueryView query={permit}>{(data) => <Permit permit={data} />}</QueryView>;
}
