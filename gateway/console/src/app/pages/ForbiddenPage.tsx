import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function ForbiddenPage() {
  const { t } = useTranslation();
  return (
    <Result
      status="403"
      title={t('errors.forbidden.title')}
      subTitle={t('errors.forbidden.text')}
      extra={<Link to="/">{t('errors.toStart')}</Link>}
    />
  );
}
