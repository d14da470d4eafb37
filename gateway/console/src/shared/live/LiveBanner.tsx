import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '@/shared/ui/use-debounced';
import { useLiveState } from './live-context';

/** A short gap heals by itself before anybody could act on it. */
const PATIENCE_MS = 1_500;

export function LiveBanner() {
  const { t } = useTranslation();
  const state = useLiveState();
  const settled = useDebounced(state, PATIENCE_MS);
  if (state !== 'interrupted' || settled !== 'interrupted') return null;
  return <Alert banner type="warning" role="alert" className="tg-live-banner" title={t('gates.live.banner')} />;
}
