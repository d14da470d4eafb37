import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { LEVELS } from '@/api/common';
import type { NewPerson } from '@/api/personnel';
import { DepartmentSelect } from '@/shared/lookups/DepartmentSelect';
import { CodeSelect } from '@/shared/ui/CodeSelect';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useToast } from '@/shared/ui/toast';
import { useFormProblem } from '@/shared/ui/use-form-problem';
import { useAddPerson } from '../api/add-person';

const FIELDS = ['personNo', 'name', 'departmentCode', 'post', 'clearance', 'username'] as const;

const orAbsent = (text: string | null | undefined) => (text?.trim() ? text.trim() : undefined);

function PersonFields() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('errors.violation.REQUIRED') }];
  return (
    <>
      <Form.Item name="personNo" label={t('people.field.personNo')} rules={required}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={t('people.field.name')} rules={required}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="departmentCode" label={t('people.field.department')} rules={required}>
        <DepartmentSelect />
      </Form.Item>
      <Form.Item name="post" label={t('people.field.post')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="clearance" label={t('people.field.clearance')} rules={required}>
        <CodeSelect family="level" codes={LEVELS} />
      </Form.Item>
      <Form.Item name="username" label={t('people.field.username')} extra={t('people.hint.username')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </>
  );
}

export function AddPersonModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const message = useToast();
  const [form] = Form.useForm<NewPerson>();
  const add = useAddPerson();
  const problem = useFormProblem(form, FIELDS);

  const submit = (values: NewPerson) => {
    problem.clear();
    add.mutate(
      { ...values, name: values.name.trim(), username: orAbsent(values.username) },
      {
        onSuccess: () => {
          void message.success(t('people.added'));
          onClose();
        },
        onError: problem.show,
      },
    );
  };

  return (
    <Modal
      open
      title={t('people.addPerson')}
      okText={t('common.add')}
      cancelText={t('common.cancel')}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<NewPerson> form={form} layout="vertical" onFinish={submit}>
        <ProblemAlert error={problem.problem} />
        <PersonFields />
      </Form>
    </Modal>
  );
}
