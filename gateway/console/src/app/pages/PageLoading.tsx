import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';

export function PageLoading() {
  const { t } = useTranslation();
  return (
    <div className="tg-centre">
      <Spin size="large" aria-label={t('common.loading')} />
    </div>
  );
}
