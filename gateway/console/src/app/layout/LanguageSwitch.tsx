import { GlobalOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, LANGUAGES } from '@/shared/i18n/i18n';
import { useLanguage } from '@/shared/i18n/use-language';

export function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <span className="tg-language">
      <GlobalOutlined aria-hidden />
      <Segmented
        size="small"
        aria-label={t('app.language')}
        value={language}
        onChange={chooseLanguage}
        options={LANGUAGES.map((value) => ({ value, label: t(`app.languages.${value}`) }))}
      />
    </span>
  );
}
