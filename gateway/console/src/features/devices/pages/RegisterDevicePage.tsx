import { Button, Card, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isClassified } from '@/api/common';
import { DEVICE_KINDS } from '@/api/devices';
import { CodeSelect } from '@/shared/ui/CodeSelect';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useToast } from '@/shared/ui/toast';
import { useFormProblem } from '@/shared/ui/use-form-problem';
import { useRegisterDevice } from '../api/register-device';
import { DEVICE_FIELDS, type RegistrationForm, registrationOf } from '../components/device-form';
import { CustodyFields, IdentityFields } from '../components/DeviceFields';
import { TagFields } from '../components/TagFields';

function NumberFields() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('errors.violation.REQUIRED') }];
  return (
    <>
      <Form.Item name="serialNo" label={t('devices.field.serialNo')} rules={required}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="diskSerialNo" label={t('devices.field.diskSerialNo')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="usbUniqueId" label={t('devices.field.usbUniqueId')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </>
  );
}

function LedgerFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('errors.violation.REQUIRED') }];
  return (
    <>
      <Form.Item name="kind" label={t('devices.field.kind')} rules={required}>
        <CodeSelect family="kind" codes={DEVICE_KINDS} />
      </Form.Item>
      <Form.Item name="classified" label={t('devices.field.ledger')} rules={required}>
        <Radio.Group
          options={[
            { value: true, label: t('codes.classified.true') },
            { value: false, label: t('codes.classified.false') },
          ]}
        />
      </Form.Item>
    </>
  );
}

export default function RegisterDevicePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const message = useToast();
  const [form] = Form.useForm<RegistrationForm>();
  const register = useRegisterDevice();
  const problem = useFormProblem(form, DEVICE_FIELDS);

  const submit = (values: RegistrationForm) => {
    problem.clear();
    register.mutate(registrationOf(values), {
      onSuccess: (device) => {
        void message.success(t('devices.register.done', { ledgerNo: device.ledgerNo }));
        void navigate(`/devices/${device.id}`);
      },
      onError: problem.show,
    });
  };

  return (
    <>
      <PageHeader
        title={t('devices.register.title')}
        note={t('devices.register.note')}
        back={{ to: '/devices', label: t('devices.title') }}
      />
      <Form<RegistrationForm>
        form={form}
        layout="vertical"
        className="tg-form"
        scrollToFirstError={{ focus: true }}
        initialValues={{ classified: true }}
        onValuesChange={(changed: Partial<RegistrationForm>) => {
          if (changed.level) form.setFieldValue('classified', isClassified(changed.level));
        }}
        onFinish={submit}
      >
        <ProblemAlert error={problem.problem} />
        <Card size="small" title={t('devices.section.identity')}>
          <div className="tg-grid">
            <LedgerFields />
            <IdentityFields />
            <NumberFields />
          </div>
        </Card>
        <Card size="small" title={t('devices.section.custody')}>
          <div className="tg-grid">
            <CustodyFields />
          </div>
        </Card>
        <Card size="small" title={t('devices.section.tag')}>
          <div className="tg-grid">
            <TagFields />
          </div>
        </Card>
        <div className="tg-form-actions">
          <Button onClick={() => void navigate('/devices')}>{t('common.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            {t('devices.register.submit')}
          </Button>
        </div>
      </Form>
    </>
  );
}
