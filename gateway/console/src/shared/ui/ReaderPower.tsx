import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

/** As the API has it, in dBm. */
export const POWER = { min: -10, max: 40, step: 0.5 };

/** The strongest power that a reader's antennas may send with; empty is null, and leaves it to the reader. */
export function ReaderPower() {
  const { t } = useTranslation();
  return (
    <Form.Item
      className="tg-two"
      name={['reader', 'transmitPowerDbm']}
      label={t('common.transmitPower')}
      extra={t('common.transmitPowerHint')}
    >
      <InputNumber {...POWER} className="tg-wide" />
    </Form.Item>
  );
}
