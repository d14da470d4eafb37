import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Portal } from '@/api/facilities';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useToast } from '@/shared/ui/toast';
import { useSavePortal } from '../api/save-portal';
import { turned } from '../tuning';

interface TurnPortalModalProps {
  portal: Portal;
  onTurned: () => void;
  onClose: () => void;
}

/** Says what it means to take the portal down, or to put it up again, and does it. */
export function TurnPortalModal({ portal, onTurned, onClose }: TurnPortalModalProps) {
  const { t } = useTranslation();
  const message = useToast();
  const save = useSavePortal(portal);
  const text = portal.active ? 'portals.takeDown' : 'portals.putUp';

  const turn = () =>
    save.mutate(turned(portal, !portal.active), {
      onSuccess: () => {
        void message.success(t(`${text}.done`, { code: portal.code }));
        onTurned();
      },
    });

  return (
    <Modal
      open
      title={t(`${text}.title`, { code: portal.code })}
      okText={t(`${text}.submit`)}
      okButtonProps={{ danger: portal.active }}
      cancelText={t('common.cancel')}
      confirmLoading={save.isPending}
      onOk={turn}
      onCancel={onClose}
    >
      <p>{t(`${text}.note`)}</p>
      <p>{t(`${text}.kept`)}</p>
      <ProblemAlert error={save.error} />
    </Modal>
  );
}
