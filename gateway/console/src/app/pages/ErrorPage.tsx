import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/i18n/use-problem-text';

export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const text = useProblemText();
  return (
    <Result
      status="error"
      title={t('errors.page.title')}
      subTitle={text.ofError(error)}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('errors.page.reload')}
        </Button>
      }
    />
  );
}
