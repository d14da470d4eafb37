import { Alert, Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Decision, ExitPermit } from '@/api/carriers';
import { useSession } from '@/shared/session/session-context';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useToast } from '@/shared/ui/toast';
import { useFormProblem } from '@/shared/ui/use-form-problem';
import { useDecidePermit } from '../api/decide-permit';

interface DecisionForm {
  comment?: string;
}

/** Why this person cannot decide on it, as a key; null when nothing is in the way. */
function obstacle(permit: ExitPermit, me: string): 'own' | 'decided' | null {
  if (permit.requestedBy === me) return 'own';
  return permit.decisions.some((decision) => decision.by === me) ? 'decided' : null;
}

function DecisionFields({ permit }: { permit: ExitPermit }) {
  const { t } = useTranslation();
  const message = useToast();
  const [form] = Form.useForm<DecisionForm>();
  const decide = useDecidePermit(permit);
  const problem = useFormProblem(form, ['comment']);

  const submit = (decision: Decision) => {
    const comment = ((form.getFieldValue('comment') as string | undefined) ?? '').trim();
    if (decision === 'REJECT' && !comment) {
      form.setFields([{ name: 'comment', errors: [t('permits.decide.whyRejected')] }]);
      return;
    }
    problem.clear();
    decide.mutate(
      { decision, comment },
      { onSuccess: () => void message.success(t(`permits.decide.done.${decision}`)), onError: problem.show },
    );
  };

  return (
    <Form<DecisionForm> form={form} layout="vertical">
      <ProblemAlert error={problem.problem} />
      <Form.Item name="comment" label={t('permits.decide.comment')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <div className="tg-form-actions">
        <Button danger disabled={decide.isPending} onClick={() => submit('REJECT')}>
          {t('permits.decide.reject')}
        </Button>
        <Button type="primary" loading={decide.isPending} onClick={() => submit('APPROVE')}>
          {t('permits.decide.approve')}
        </Button>
      </div>
    </Form>
  );
}

export function DecisionCard({ permit }: { permit: ExitPermit }) {
  const { t } = useTranslation();
  const hindrance = obstacle(permit, useSession().username);
  return (
    <Card size="small" title={t('permits.decide.title')}>
      {hindrance ? (
        <Alert type="info" showIcon title={t(`permits.decide.${hindrance}`)} />
      ) : (
        <DecisionFields permit={permit} />
      )}
    </Card>
  );
}
