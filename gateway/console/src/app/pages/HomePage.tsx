import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useSession } from '@/shared/session/session-context';
import { homeOf } from '../menu';

export function HomePage() {
  const { t } = useTranslation();
  const home = homeOf(useSession().roles);
  if (home) return <Navigate to={home} replace />;
  return <Result status="info" title={t('app.noPages.title')} subTitle={t('app.noPages.text')} />;
}
