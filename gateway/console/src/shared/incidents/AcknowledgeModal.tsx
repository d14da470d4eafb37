import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Incident } from '@/api/incidents';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useToast } from '@/shared/ui/toast';
import { useFormProblem } from '@/shared/ui/use-form-problem';
import { useAcknowledgeIncident } from './acknowledge-incident';
import { useIncidentReason } from './use-incident-reason';

interface AcknowledgeModalProps {
  incident: Incident;
  onClose: () => void;
}

interface AcknowledgeForm {
  comment: string;
}

/** An alarm ends with somebody's word on what was found, never with a mere click. */
export function AcknowledgeModal({ incident, onClose }: AcknowledgeModalProps) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const reasonOf = useIncidentReason();
  const message = useToast();
  const [form] = Form.useForm<AcknowledgeForm>();
  const acknowledge = useAcknowledgeIncident();
  const problem = useFormProblem(form, ['comment']);

  const submit = ({ comment }: AcknowledgeForm) =>
    acknowledge.mutate(
      { id: incident.id, comment: comment.trim() },
      {
        onSuccess: () => {
          void message.success(t('incidents.acknowledge.done'));
          onClose();
        },
        onError: problem.show,
      },
    );

  return (
    <Modal
      open
      title={t('incidents.acknowledge.title', { portal: incident.portalCode })}
      okText={t('incidents.acknowledge.submit')}
      cancelText={t('common.cancel')}
      confirmLoading={acknowledge.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        {label('incidentKind', incident.kind)} · {reasonOf(incident)}
      </p>
      <Form<AcknowledgeForm> form={form} layout="vertical" onFinish={submit}>
        <ProblemAlert error={problem.problem} />
        <Form.Item
          name="comment"
          label={t('incidents.acknowledge.comment')}
          extra={t('incidents.acknowledge.hint')}
          rules={[{ required: true, whitespace: true, message: t('errors.violation.REQUIRED') }]}
        >
          <Input.TextArea rows={3} maxLength={1000} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
