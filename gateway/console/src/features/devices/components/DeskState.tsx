import { Alert, type AlertProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeskSight } from '@/api/live';
import { useCodeLabel } from '@/shared/i18n/use-code-label';

/** What to do next at the desk, in a sentence. */
export function DeskState({ sight }: { sight: DeskSight | null }) {
  const { t } = useTranslation();
  const label = useCodeLabel();

  const said = (): Pick<AlertProps, 'type' | 'title' | 'description'> => {
    switch (sight?.state) {
      case undefined:
      case 'CONNECTING':
        return { type: 'info', title: t('devices.desk.connecting') };
      case 'UNWATCHED':
        return { type: 'error', title: t('devices.desk.unwatched'), description: t('devices.desk.unwatchedHint') };
      case 'BLIND':
        return {
          type: 'error',
          title: t('devices.desk.away'),
          description: t('devices.desk.awayHint', { reason: label('portalReason', sight.reason) }),
        };
      case 'WATCHING':
        return onDesk(sight);
    }
  };

  const onDesk = ({ tags, noTid }: DeskSight): Pick<AlertProps, 'type' | 'title' | 'description'> => {
    const [first] = tags;
    if (!first) return { type: 'info', title: t('devices.desk.empty') };
    if (tags.length > 1) {
      return {
        type: 'warning',
        title: t('devices.desk.several', { number: tags.length }),
        description: t('devices.desk.severalHint'),
      };
    }
    if (first.tid) return { type: 'success', title: t('devices.desk.one') };
    return noTid
      ? { type: 'warning', title: t('devices.desk.noTid'), description: t('devices.desk.noTidHint') }
      : { type: 'warning', title: t('devices.desk.tidMissing'), description: t('devices.desk.tidMissingHint') };
  };

  // Heard by a screen reader, too, while the hands are at the desk.
  return <Alert showIcon role="status" className="tg-problem" {...said()} />;
}
