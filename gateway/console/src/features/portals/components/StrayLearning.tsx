import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/format';
import { LEARN_SECONDS } from '../use-portal-reads';

interface StrayLearningProps {
  learning: boolean;
  observedSeconds: number;
  learned: Record<string, number> | null;
  onLearn: () => void;
  onTakeOver: (suggested: Record<string, number>) => void;
}

/** Keep the gate clear for a minute, then take over what was learnt. */
export function StrayLearning({ learning, observedSeconds, learned, onLearn, onTakeOver }: StrayLearningProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const seconds = Math.min(LEARN_SECONDS, observedSeconds);
  const levels = Object.entries(learned ?? {})
    .map(([antenna, dbm]) => t('portals.learn.level', { antenna, dbm: format.number(dbm) }))
    .join(' · ');
  return (
    <section className="tg-learn" aria-label={t('portals.learn.title')}>
      <h3>{t('portals.learn.title')}</h3>
      <p>{t('portals.learn.note', { seconds: LEARN_SECONDS })}</p>
      {learning ? (
        <Progress
          percent={Math.round((seconds / LEARN_SECONDS) * 100)}
          format={() => t('portals.learn.left', { seconds: LEARN_SECONDS - seconds })}
        />
      ) : (
        <Button onClick={onLearn}>{t('portals.learn.start')}</Button>
      )}
      {learned && levels === '' && <Alert type="success" showIcon title={t('portals.learn.nothing')} />}
      {learned && levels !== '' && (
        <Alert
          type="info"
          showIcon
          title={levels}
          description={t('portals.learn.warning')}
          action={
            <Button type="primary" onClick={() => onTakeOver(learned)}>
              {t('portals.learn.takeOver')}
            </Button>
          }
        />
      )}
    </section>
  );
}
