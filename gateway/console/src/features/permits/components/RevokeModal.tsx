import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ExitPermit } from '@/api/carriers';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useToast } from '@/shared/ui/toast';
import { useFormProblem } from '@/shared/ui/use-form-problem';
import { useRevokePermit } from '../api/revoke-permit';

interface RevokeForm {
  reason: string;
}

export function RevokeModal({ permit, onClose }: { permit: ExitPermit; onClose: () => void }) {
  const { t } = useTranslation();
  const message = useToast();
  const [form] = Form.useForm<RevokeForm>();
  const revoke = useRevokePermit(permit);
  const problem = useFormProblem(form, ['reason']);

  const submit = ({ reason }: RevokeForm) =>
    revoke.mutate(reason.trim(), {
      onSuccess: () => {
        void message.success(t('permits.revoke.done'));
        onClose();
      },
      onError: problem.show,
    });

  return (
    <Modal
      open
      title={t('permits.revoke.title', { permitNo: permit.permitNo })}
      okText={t('permits.revoke.submit')}
      okButtonProps={{ danger: true }}
      cancelText={t('common.cancel')}
      confirmLoading={revoke.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('permits.revoke.note')}</p>
      <Form<RevokeForm> form={form} layout="vertical" onFinish={submit}>
        <ProblemAlert error={problem.problem} />
        <Form.Item
          name="reason"
          label={t('permits.revoke.reason')}
          rules={[{ required: true, whitespace: true, message: t('errors.violation.REQUIRED') }]}
        >
          <Input.TextArea rows={3} maxLength={500} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
