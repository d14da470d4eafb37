import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Desk } from '@/api/facilities';
import { RoomSelect } from '@/shared/lookups/RoomSelect';
import { FormDrawer } from '@/shared/ui/FormDrawer';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { ReaderFields } from '@/shared/ui/ReaderFields';
import { useToast } from '@/shared/ui/toast';
import { useFormProblem } from '@/shared/ui/use-form-problem';
import { useSaveDesk } from '../api/save-desk';
import { ANTENNAS, DESK_FIELDS, type DeskForm, formOf, settingsOf } from '../desk-form';

function PlaceFields({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('errors.violation.REQUIRED') }];
  return (
    <div className="tg-grid">
      <Form.Item name="code" label={t('desks.field.code')} extra={t('desks.hint.code')} rules={required}>
        <Input maxLength={20} autoComplete="off" disabled={!isNew} />
      </Form.Item>
      <Form.Item name="roomCode" label={t('desks.field.room')} rules={required}>
        <RoomSelect />
      </Form.Item>
    </div>
  );
}

function AntennaFields() {
  const { t } = useTranslation();
  return (
    <div className="tg-grid tg-grid-wide">
      <Form.Item
        name="antennas"
        label={t('desks.field.antennas')}
        extra={t('desks.hint.antennas')}
        rules={[{ required: true, pattern: ANTENNAS, message: t('errors.violation.MALFORMED') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="weakestDbm" label={t('desks.field.weakest')} extra={t('desks.hint.weakest')}>
        <InputNumber min={-120} max={0} className="tg-wide" />
      </Form.Item>
    </div>
  );
}

/** Sets a desk up, or changes the one given. */
export function DeskDrawer({ desk, onClose }: { desk: Desk | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const message = useToast();
  const [form] = Form.useForm<DeskForm>();
  const save = useSaveDesk(desk);
  const problem = useFormProblem(form, DESK_FIELDS);

  const submit = (values: DeskForm) => {
    problem.clear();
    save.mutate(settingsOf(values, desk), {
      onSuccess: () => {
        void message.success(t('desks.saved'));
        onClose();
      },
      onError: problem.show,
    });
  };

  return (
    <FormDrawer
      onClose={onClose}
      title={desk ? t('desks.edit', { code: desk.code }) : t('desks.add')}
      saving={save.isPending}
      onSave={() => form.submit()}
    >
      <Form<DeskForm> form={form} layout="vertical" initialValues={formOf(desk)} onFinish={submit}>
        <ProblemAlert error={problem.problem} />
        <PlaceFields isNew={!desk} />
        <ReaderFields />
        <AntennaFields />
      </Form>
    </FormDrawer>
  );
}
