import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskTag } from '@/api/live';
import { useProblemText } from '@/shared/i18n/use-problem-text';
import { useSuggestEpc } from '../api/suggest-epc';
import { DeskReaderModal } from './DeskReaderModal';

const EPC = /^([0-9A-Fa-f]{24}|[0-9A-Fa-f]{32}|urn:epc:.+)$/;
const EPC_PATH = ['tag', 'epc'];
const TID_PATH = ['tag', 'tid'];
const LONGEST_URI = 80;

/** Hex in upper case; a URI, or the beginning of one, as it is: its case means something. */
const tidied = (value: string) => (/^[0-9a-f\s]*$/i.test(value) ? value.trim().toUpperCase() : value.trim());

interface TagFieldsProps {
  /** The device that is being changed; none while one is registered. */
  deviceId?: string;
}

/** The RFID tag: its EPC, as bits or by its GS1 name, and the chip's own number. Typed, or read from a desk. */
export function TagFields({ deviceId }: TagFieldsProps) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const text = useProblemText();
  const suggest = useSuggestEpc();
  const [reading, setReading] = useState(false);
  const take = ({ epc, tid }: DeskTag) => {
    // Both at once: the TID of another tag beside this EPC would make an alarm at the first gate.
    form.setFields([
      { name: EPC_PATH, value: epc, errors: [] },
      { name: TID_PATH, value: tid, errors: [] },
    ]);
    setReading(false);
  };
  const assign = () =>
    suggest.mutate(undefined, {
      onSuccess: ({ epcUri }) => form.setFieldValue(EPC_PATH, epcUri),
      onError: (error) => form.setFields([{ name: EPC_PATH, errors: [text.ofError(error)] }]),
    });
  return (
    <>
      <div className="tg-span tg-from-desk">
        <Button onClick={() => setReading(true)}>{t('devices.desk.read')}</Button>
      </div>
      <Form.Item label={t('devices.field.epc')} htmlFor="tag_epc" extra={t('devices.hint.epc')}>
        <div className="tg-inline-field">
          <Form.Item
            name={EPC_PATH}
            noStyle
            rules={[{ pattern: EPC, message: t('errors.violation.MALFORMED_EPC') }]}
            normalize={tidied}
          >
            <Input className="tg-mono" maxLength={LONGEST_URI} autoComplete="off" />
          </Form.Item>
          <Button onClick={assign} loading={suggest.isPending}>
            {t('devices.assignEpc')}
          </Button>
        </div>
      </Form.Item>
      <Form.Item
        name={TID_PATH}
        label={t('devices.field.tid')}
        extra={t('devices.hint.tid')}
        normalize={(value: string) => value.trim().toUpperCase()}
      >
        <Input className="tg-mono" maxLength={64} autoComplete="off" />
      </Form.Item>
      {reading && <DeskReaderModal deviceId={deviceId} onTake={take} onClose={() => setReading(false)} />}
    </>
  );
}
