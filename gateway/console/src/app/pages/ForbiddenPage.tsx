import { LockOutlined } from '@ant-design/icons';
import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function ForbiddenPage() {
  const { t } = useTranslation();
  return (
    <Result
      status="warning"
      icon={<LockOutlined aria-hidden />}
      title={t('errors.forbidden.title')}
      subTitle={t('errors.forbidden.text')}
      extra={<Link to="/">{t('errors.toStart')}</Link>}
    />
  );
}
