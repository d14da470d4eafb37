import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NewDepartment } from '@/api/personnel';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useToast } from '@/shared/ui/toast';
import { useFormProblem } from '@/shared/ui/use-form-problem';
import { useAddDepartment } from '../api/add-department';

export function AddDepartmentModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const message = useToast();
  const [form] = Form.useForm<NewDepartment>();
  const add = useAddDepartment();
  const problem = useFormProblem(form, ['code', 'name']);
  const required = [{ required: true, whitespace: true, message: t('errors.violation.REQUIRED') }];

  const submit = (values: NewDepartment) => {
    problem.clear();
    add.mutate(values, {
      onSuccess: () => {
        void message.success(t('people.departmentAdded'));
        onClose();
      },
      onError: problem.show,
    });
  };

  return (
    <Modal
      open
      title={t('people.addDepartment')}
      okText={t('common.add')}
      cancelText={t('common.cancel')}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<NewDepartment> form={form} layout="vertical" onFinish={submit}>
        <ProblemAlert error={problem.problem} />
        <Form.Item name="code" label={t('people.field.code')} rules={required}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('people.field.name')} rules={required}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
