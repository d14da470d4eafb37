import { Button, Card, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Portal } from '@/api/facilities';
import { useMay } from '@/shared/session/session-context';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useToast } from '@/shared/ui/toast';
import { useFormProblem } from '@/shared/ui/use-form-problem';
import { useSavePortal } from '../api/save-portal';
import { knobs, tuned, type TuningValues, valuesOf, withSuggestion } from '../tuning';
import { usePortalReads } from '../use-portal-reads';
import { AntennaReadsTable } from './AntennaReadsTable';
import { StrayLearning } from './StrayLearning';
import { TestWalk } from './TestWalk';
import { AntennaLevelFields, KnobFields } from './TuningFields';

const fieldsOf = (portal: Portal) => [
  ...knobs.map((knob) => `tuning.${knob}`),
  ...portal.antennas.flatMap((_, index) => [`antennas.${index}.strayDbm`, `antennas.${index}.offsetDb`]),
];

/** Stray levels as the reader tells strengths, for the marks in the bars. */
function marksOf(antennas: TuningValues['antennas'] | undefined): Map<number, number> {
  return new Map(
    antennas?.flatMap(({ id, strayDbm, offsetDb }) =>
      strayDbm == null ? [] : [[id, strayDbm - (offsetDb ?? 0)] as const],
    ),
  );
}

function useTuningForm(portal: Portal) {
  const { t } = useTranslation();
  const message = useToast();
  const [form] = Form.useForm<TuningValues>();
  const save = useSavePortal(portal);
  const problem = useFormProblem(form, fieldsOf(portal));
  const submit = (values: TuningValues) => {
    problem.clear();
    save.mutate(tuned(portal, values), {
      onSuccess: () => void message.success(t('portals.tuning.saved')),
      onError: problem.show,
    });
  };
  const takeOver = (suggested: Record<string, number>) =>
    form.setFieldsValue({ antennas: withSuggestion(form.getFieldsValue(), suggested) });
  return { form, submit, takeOver, isSaving: save.isPending, problem: problem.problem };
}

export function PortalTuner({ portal }: { portal: Portal }) {
  const { t } = useTranslation();
  const mayKeep = useMay('keepPortals');
  const { form, submit, takeOver, isSaving, problem } = useTuningForm(portal);
  const reads = usePortalReads(portal.code);
  const levels = Form.useWatch('antennas', form);
  return (
    <div className="tg-tuner">
      <Card size="small" title={t('portals.reads.title')}>
        <ProblemAlert error={reads.problem} onRetry={reads.learn} />
        <AntennaReadsTable antennas={portal.antennas} latest={reads.latest} stray={marksOf(levels)} />
        <StrayLearning
          learning={reads.learning}
          observedSeconds={reads.latest?.observedSeconds ?? 0}
          learned={reads.learned}
          onLearn={reads.learn}
          onTakeOver={takeOver}
        />
      </Card>
      <TestWalk code={portal.code} />
      <Card size="small" title={t('portals.tuning.title')}>
        <Form<TuningValues>
          form={form}
          layout="vertical"
          disabled={!mayKeep}
          initialValues={valuesOf(portal)}
          onFinish={submit}
        >
          <ProblemAlert error={problem} />
          <p>{t('portals.tuning.note')}</p>
          <KnobFields />
          <AntennaLevelFields antennas={portal.antennas} />
          <Button type="primary" htmlType="submit" loading={isSaving}>
            {t('common.save')}
          </Button>
        </Form>
      </Card>
    </div>
  );
}
