import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'react-router';
import { useLanguage } from '@/shared/i18n/use-language';
import { darkTheme, lightTheme } from '@/shared/ui/theme';
import { Ground } from './Ground';

/** Language and colours of the components: the gate board is dark, the office is light. */
export function Appearance({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const dark = useLocation().pathname === '/gates';
  useEffect(() => {
    dayjs.locale(language.toLowerCase());
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={dark ? darkTheme : lightTheme}
      virtual={false}
      button={{ autoInsertSpace: false }}
    >
      <Ground>{children}</Ground>
    </ConfigProvider>
  );
}
