import { InboxOutlined } from '@ant-design/icons';
import { Alert, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CsvPreview, previewOf } from '../csv-preview';

interface FileStepProps {
  onChosen: (file: File, preview: CsvPreview) => void;
}

export function FileStep({ onChosen }: FileStepProps) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState(false);

  const choose = async (file: File) => {
    const preview = await previewOf(file);
    setRefused(preview.columns.length === 0);
    if (preview.columns.length > 0) onChosen(file, preview);
  };

  return (
    <>
      {refused && (
        <Alert type="error" showIcon role="alert" className="tg-problem" title={t('imports.file.noHeader')} />
      )}
      <Upload.Dragger
        accept=".csv,text/csv"
        maxCount={1}
        showUploadList={false}
        aria-label={t('imports.file.choose')}
        beforeUpload={(file) => {
          void choose(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined aria-hidden />
        </p>
        <p className="ant-upload-text">{t('imports.file.choose')}</p>
        <p className="ant-upload-hint">{t('imports.file.hint')}</p>
      </Upload.Dragger>
    </>
  );
}
