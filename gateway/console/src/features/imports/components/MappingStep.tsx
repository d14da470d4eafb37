import { Alert, Button, Select, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { type ColumnMapping, IMPORT_FIELDS, missingFields, REQUIRED_FIELDS } from '../column-mapping';
import type { CsvPreview } from '../csv-preview';

interface MappingStepProps {
  fileName: string;
  preview: CsvPreview;
  mapping: ColumnMapping;
  busy: boolean;
  onChange: (mapping: ColumnMapping) => void;
  onBack: () => void;
  onCheck: () => void;
}

export function MappingStep({ fileName, preview, mapping, busy, onChange, onBack, onCheck }: MappingStepProps) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const missing = missingFields(mapping);
  const options = preview.columns.map((column) => ({ value: column, label: column }));
  const sampleOf = (column: string | undefined) =>
    column ? preview.sample[preview.columns.indexOf(column)] : undefined;

  return (
    <>
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="tg-problem"
          title={t('imports.mapping.missing', {
            fields: missing.map((field) => label('deviceField', field)).join(', '),
          })}
        />
      )}
      <Table
        size="small"
        pagination={false}
        rowKey={(field) => field}
        dataSource={[...IMPORT_FIELDS]}
        title={() => t('imports.mapping.title', { file: fileName })}
        columns={[
          {
            title: t('imports.mapping.field'),
            width: 260,
            render: (_, field) => (
              <>
                {label('deviceField', field)}{' '}
                {REQUIRED_FIELDS.includes(field) && <Tag>{t('imports.mapping.required')}</Tag>}
              </>
            ),
          },
          {
            title: t('imports.mapping.column'),
            width: 320,
            render: (_, field) => (
              <Select
                className="tg-wide"
                allowClear
                showSearch
                aria-label={label('deviceField', field)}
                placeholder={t('imports.mapping.none')}
                options={options}
                value={mapping[field]}
                onChange={(column: string | undefined) => onChange({ ...mapping, [field]: column })}
              />
            ),
          },
          { title: t('imports.mapping.sample'), ellipsis: true, render: (_, field) => sampleOf(mapping[field]) },
        ]}
      />
      <div className="tg-form-actions">
        <Button onClick={onBack}>{t('imports.back')}</Button>
        <Button type="primary" disabled={missing.length > 0} loading={busy} onClick={onCheck}>
          {t('imports.check')}
        </Button>
      </div>
    </>
  );
}
