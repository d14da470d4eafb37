import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from './Notice';

export function ForbiddenPage() {
  const { t } = useTranslation();
  return (
    <Notice
      status="warning"
      icon={<LockOutlined aria-hidden />}
      title={t('errors.forbidden.title')}
      text={t('errors.forbidden.text')}
    >
      <Link to="/">{t('errors.toStart')}</Link>
    </Notice>
  );
}
