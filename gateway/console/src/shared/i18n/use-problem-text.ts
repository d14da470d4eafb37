import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Violation } from '@/api/common';
import { isProblem } from '@/shared/api/problem';

/**
 * Says in the person's language what went wrong, by the stable code; a code newer than this console falls back to the
 * server's own sentence.
 */
export function useProblemText() {
  const { t, i18n } = useTranslation();
  const ofError = useCallback(
    (error: unknown): string => {
      if (!isProblem(error)) return t('errors.code.UNEXPECTED');
      const key = `errors.code.${error.code}`;
      if (i18n.exists(key)) return t(key as 'errors.code.UNEXPECTED');
      return error.detail ?? t('errors.code.UNEXPECTED');
    },
    [t, i18n],
  );
  const ofCode = useCallback(
    (code: string, fallback: string): string => {
      const key = `errors.violation.${code}`;
      return i18n.exists(key) ? t(key as 'errors.violation.REQUIRED') : fallback;
    },
    [t, i18n],
  );
  const ofViolation = useCallback((violation: Violation) => ofCode(violation.code, violation.message), [ofCode]);
  return { ofError, ofCode, ofViolation };
}
