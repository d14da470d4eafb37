import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useSession } from '@/shared/session/session-context';
import { homeOf } from '../menu';
import { Notice } from './Notice';

export function HomePage() {
  const { t } = useTranslation();
  const home = homeOf(useSession().roles);
  if (home) return <Navigate to={home} replace />;
  return <Notice title={t('app.noPages.title')} text={t('app.noPages.text')} />;
}
