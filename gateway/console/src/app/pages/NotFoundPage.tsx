import { FileSearchOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from './Notice';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Notice
      icon={<FileSearchOutlined aria-hidden />}
      title={t('errors.notFound.title')}
      text={t('errors.notFound.page')}
    >
      <Link to="/">{t('errors.toStart')}</Link>
    </Notice>
  );
}
