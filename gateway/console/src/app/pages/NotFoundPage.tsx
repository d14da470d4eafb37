import { FileSearchOutlined } from '@ant-design/icons';
import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Result
      status="info"
      icon={<FileSearchOutlined aria-hidden />}
      title={t('errors.notFound.title')}
      subTitle={t('errors.notFound.page')}
      extra={<Link to="/">{t('errors.toStart')}</Link>}
    />
  );
}
