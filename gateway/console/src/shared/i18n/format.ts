import { useMemo } from 'react';
import { useLanguage } from './use-language';

/** Formats in the person's language and the browser's time zone; the API speaks UTC only. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(() => {
    const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium', hourCycle: 'h23' });
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    const hundredths = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    const safely = (format: Intl.DateTimeFormat, instant: string) => {
      const date = new Date(instant);
      return Number.isNaN(date.getTime()) ? instant : format.format(date);
    };
    return {
      instant: (value: string) => safely(dateTime, value),
      clock: (value: string) => safely(time, value),
      number: (value: number) => number.format(value),
      hundredths: (value: number) => hundredths.format(value),
    };
  }, [language]);
}
