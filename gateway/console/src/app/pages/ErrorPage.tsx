import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/i18n/use-problem-text';
import { Notice } from './Notice';

export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const text = useProblemText();
  return (
    <Notice status="error" title={t('errors.page.title')} text={text.ofError(error)}>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('errors.page.reload')}
      </Button>
    </Notice>
  );
}
