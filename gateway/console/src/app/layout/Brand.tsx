import { useTranslation } from 'react-i18next';

export function Brand({ compact }: { compact: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="tg-brand">
      <img src="/favicon.svg" alt="" width={28} height={28} />
      {!compact && (
        <span>
          <strong>{t('app.name')}</strong>
          <small>{t('app.claim')}</small>
        </span>
      )}
    </div>
  );
}
