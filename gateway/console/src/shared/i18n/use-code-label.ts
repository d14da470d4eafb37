import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type en from '@/locales/en/codes.json';

export type CodeFamily = keyof typeof en;

/** What a code of the API is called; a code newer than this console is shown as it is. */
export function useCodeLabel(): (family: CodeFamily, code: string | null | undefined) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (family, code) => {
      if (!code) return '';
      const key = `codes.${family}.${code}`;
      return i18n.exists(key) ? t(key as 'codes.level.SECRET') : code;
    },
    [t, i18n],
  );
}
