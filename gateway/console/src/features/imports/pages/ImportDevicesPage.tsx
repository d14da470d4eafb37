import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DeviceImport } from '@/api/devices';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useStartImport } from '../api/start-import';
import { type ColumnMapping, guessMapping } from '../column-mapping';
import { FileStep } from '../components/FileStep';
import { ImportRun } from '../components/ImportRun';
import { MappingStep } from '../components/MappingStep';
import type { CsvPreview } from '../csv-preview';

/** Where the wizard stands; each step keeps what the one before it found out. */
type Step =
  | { at: 'file' }
  | { at: 'mapping'; file: File; preview: CsvPreview }
  | { at: 'check'; file: File; preview: CsvPreview; run: DeviceImport }
  | { at: 'import'; run: DeviceImport };

const ORDER = ['file', 'mapping', 'check', 'import'] as const;

export default function ImportDevicesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'file' });
  const [mapping, setMapping] = useState<ColumnMapping>({});
  const start = useStartImport();

  const choose = (file: File, preview: CsvPreview) => {
    setMapping(guessMapping(preview.columns));
    setStep({ at: 'mapping', file, preview });
  };
  const startOver = () => {
    start.reset();
    setStep({ at: 'file' });
  };
  const check = (file: File, preview: CsvPreview) =>
    start.mutate(
      { file, mapping, columns: preview.columns, dryRun: true },
      { onSuccess: (run) => setStep({ at: 'check', file, preview, run }) },
    );
  const carryOut = (file: File, preview: CsvPreview) =>
    start.mutate(
      { file, mapping, columns: preview.columns, dryRun: false },
      {
        onSuccess: (run) => {
          setStep({ at: 'import', run });
          void client.invalidateQueries({ queryKey: ['devices'] });
        },
      },
    );

  return (
    <>
      <PageHeader
        title={t('imports.title')}
        note={t('imports.note')}
        back={{ to: '/devices', label: t('devices.title') }}
      />
      <Card>
        <div className="tg-stack">
          <Steps
            size="small"
            current={ORDER.indexOf(step.at)}
            items={ORDER.map((name) => ({ title: t(`imports.step.${name}`) }))}
          />
          <ProblemAlert error={start.error} />
          {step.at === 'file' && <FileStep onChosen={choose} />}
          {step.at === 'mapping' && (
            <MappingStep
              fileName={step.file.name}
              preview={step.preview}
              mapping={mapping}
              busy={start.isPending}
              onChange={setMapping}
              onBack={startOver}
              onCheck={() => check(step.file, step.preview)}
            />
          )}
          {step.at === 'check' && (
            <ImportRun
              key={step.run.id}
              started={step.run}
              actions={(run) => (
                <>
                  <Button onClick={startOver}>{t('imports.otherFile')}</Button>
                  <Button onClick={() => setStep({ at: 'mapping', file: step.file, preview: step.preview })}>
                    {t('imports.changeMapping')}
                  </Button>
                  <Button
                    type="primary"
                    disabled={run.state === 'FAILED' || run.accepted === 0}
                    loading={start.isPending}
                    onClick={() => carryOut(step.file, step.preview)}
                  >
                    {t('imports.confirm', { count: run.accepted })}
                  </Button>
                </>
              )}
            />
          )}
          {step.at === 'import' && (
            <ImportRun
              key={step.run.id}
              started={step.run}
              actions={() => (
                <>
                  <Button onClick={startOver}>{t('imports.otherFile')}</Button>
                  <Button type="primary" onClick={() => void navigate('/devices')}>
                    {t('imports.toDevices')}
                  </Button>
                </>
              )}
            />
          )}
        </div>
      </Card>
    </>
  );
}
