import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Device, DEVICE_STATES } from '@/api/devices';
import { CodeSelect } from '@/shared/ui/CodeSelect';
import { FormDrawer } from '@/shared/ui/FormDrawer';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useToast } from '@/shared/ui/toast';
import { useFormProblem } from '@/shared/ui/use-form-problem';
import { useChangeDevice } from '../api/change-device';
import { type ChangeForm, changeOf, DEVICE_FIELDS } from './device-form';
import { CustodyFields, IdentityFields } from './DeviceFields';
import { TagFields } from './TagFields';

interface ChangeDeviceDrawerProps {
  device: Device;
  open: boolean;
  onClose: () => void;
}

export function ChangeDeviceDrawer({ device, open, onClose }: ChangeDeviceDrawerProps) {
  const { t } = useTranslation();
  const message = useToast();
  const [form] = Form.useForm<ChangeForm>();
  const change = useChangeDevice(device);
  const problem = useFormProblem(form, DEVICE_FIELDS);

  const submit = (values: ChangeForm) => {
    problem.clear();
    change.mutate(changeOf(device, values), {
      onSuccess: () => {
        void message.success(t('devices.change.done'));
        onClose();
      },
      onError: problem.show,
    });
  };

  return (
    <FormDrawer
      open={open}
      onClose={onClose}
      destroyOnHidden
      title={t('devices.change.title', { ledgerNo: device.ledgerNo })}
      saving={change.isPending}
      onSave={() => form.submit()}
    >
      <Form<ChangeForm>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ ...device, reason: '' }}
        onFinish={submit}
      >
        <ProblemAlert error={problem.problem} />
        <Form.Item
          name="reason"
          label={t('devices.field.reason')}
          extra={t('devices.hint.reason')}
          rules={[{ required: true, whitespace: true, message: t('errors.violation.REQUIRED') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item name="state" label={t('devices.field.state')}>
          <CodeSelect family="deviceState" codes={DEVICE_STATES} />
        </Form.Item>
        <IdentityFields />
        <CustodyFields />
        <TagFields deviceId={device.id} />
      </Form>
    </FormDrawer>
  );
}
