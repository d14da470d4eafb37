import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PageHeader } from '@/shared/ui/PageHeader';
import { QueryView } from '@/shared/ui/QueryView';
import { portalQuery } from '../api/get-portal';
import { PortalTuner } from '../components/PortalTuner';

export default function PortalTuningPage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const portal = useQuery(portalQuery(code));
  return (
    <>
      <PageHeader
        title={t('portals.tuning.page', { code })}
        note={t('portals.tuning.pageNote')}
        back={{ to: '/portals', label: t('portals.title') }}
      />
      <QueryView query={portal}>{(loaded) => <PortalTuner key={loaded.code} portal={loaded} />}</QueryView>
    </>
  );
}
