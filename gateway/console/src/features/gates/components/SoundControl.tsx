import { SoundOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { alarmSound } from '../alarm-sound';
import { useSoundState } from '../use-alarm-sound';

/** Whether an alarm would be heard here, and the one click that makes it so. */
export function SoundControl() {
  const { t } = useTranslation();
  const state = useSoundState();
  if (state === 'unsupported') return <span className="tg-sound-missing">{t('gates.sound.unsupported')}</span>;
  if (state === 'on') {
    return (
      <Button icon={<SoundOutlined aria-hidden />} onClick={() => alarmSound.test()}>
        {t('gates.sound.test')}
      </Button>
    );
  }
  return (
    <Button
      type="primary"
      danger
      size="large"
      className="tg-sound-enable"
      icon={<SoundOutlined aria-hidden />}
      onClick={() => void alarmSound.enable()}
    >
      {t('gates.sound.enable')}
    </Button>
  );
}
