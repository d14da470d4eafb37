import { Form, Input, InputNumber, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReaderPower } from './ReaderPower';

/** What is left empty is not asked for. */
export const unlessEmpty = (value: string) => value.trim() || undefined;

/** Where a form's `reader` listens, and how strongly it may send. */
export function ReaderFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('errors.violation.REQUIRED') }];
  return (
    <div className="tg-grid">
      <Form.Item name={['reader', 'host']} label={t('common.reader.host')} rules={required} className="tg-two">
        <Input maxLength={255} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['reader', 'port']} label={t('common.reader.port')} rules={required}>
        <InputNumber min={1} max={65535} className="tg-wide" />
      </Form.Item>
      <Form.Item name={['reader', 'tls']} label={t('common.reader.tls')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <ReaderPower />
      <Form.Item
        className="tg-span"
        name={['reader', 'tlsPinSha256']}
        label={t('common.reader.tlsPin')}
        extra={t('common.reader.tlsPinHint')}
        normalize={unlessEmpty}
      >
        <Input className="tg-mono tg-pin" maxLength={95} autoComplete="off" />
      </Form.Item>
    </div>
  );
}
