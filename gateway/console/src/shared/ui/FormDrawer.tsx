import { Button, Drawer, type DrawerProps } from 'antd';
import { useTranslation } from 'react-i18next';

interface FormDrawerProps extends DrawerProps {
  saving: boolean;
  onSave: () => void;
  onClose: () => void;
}

/** A form beside the page it belongs to, to be saved or left. */
export function FormDrawer({ saving, onSave, onClose, ...drawer }: FormDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      footer={
        <div className="tg-form-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" loading={saving} onClick={onSave}>
            {t('common.save')}
          </Button>
        </div>
      }
      {...drawer}
    />
  );
}
