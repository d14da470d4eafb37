import { useFormat } from '@/shared/i18n/format';

interface InstantProps {
  value: string | null | undefined;
  clockOnly?: boolean;
}

/** A moment in the browser's time zone; the UTC instant of the ledger shows on hover. */
export function Instant({ value, clockOnly = false }: InstantProps) {
  const format = useFormat();
  if (!value) return null;
  return (
    <time dateTime={value} title={value} className="tg-nowrap">
      {clockOnly ? format.clock(value) : format.instant(value)}
    </time>
  );
}
