import { useQuery } from '@tanstack/react-query';
import { LoadingOutlined } from '@ant-design/icons';
import { Alert, Statistic } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceImport } from '@/api/devices';
import { useFormat } from '@/shared/i18n/format';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { useProblemText } from '@/shared/i18n/use-problem-text';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { importQuery } from '../api/get-import';
import { Rejections } from './Rejections';

interface ImportRunProps {
  started: DeviceImport;
  /** What can be done once it has ended. */
  actions: (run: DeviceImport) => ReactNode;
}

function Verdict({ run }: { run: DeviceImport }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const label = useCodeLabel();
  if (run.state === 'RUNNING')
    return <Alert type="info" showIcon icon={<LoadingOutlined aria-hidden />} title={t('imports.run.running')} />;
  if (run.state === 'FAILED') {
    const { code, message, columns } = run.problem ?? { code: '', message: t('imports.run.failed'), columns: [] };
    const about = columns.map((column) => label('deviceField', column)).join(', ');
    return <Alert type="error" showIcon title={text.ofCode(code, message)} description={about || undefined} />;
  }
  const key = run.dryRun ? 'imports.run.checked' : 'imports.run.imported';
  return (
    <Alert
      type={run.rejected > 0 ? 'warning' : 'success'}
      showIcon
      title={t(key, { accepted: run.accepted, rejected: run.rejected })}
    />
  );
}

/** An import or its rehearsal, from its start to its verdict. */
export function ImportRun({ started, actions }: ImportRunProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: run, error, refetch } = useQuery(importQuery(started));
  const figures = [
    ['rows', run.rows],
    ['accepted', run.accepted],
    ['rejected', run.rejected],
  ] as const;

  return (
    <div className="tg-stack">
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <div className="tg-figures">
        {figures.map(([name, value]) => (
          <Statistic key={name} title={t(`imports.run.${name}`)} value={format.number(value)} />
        ))}
        {run.encoding && <Statistic title={t('imports.run.encoding')} value={run.encoding} />}
      </div>
      <div role="status">
        <Verdict run={run} />
      </div>
      {run.state !== 'RUNNING' && run.rejected > 0 && <Rejections importId={run.id} />}
      {run.state !== 'RUNNING' && <div className="tg-form-actions">{actions(run)}</div>}
    </div>
  );
}
