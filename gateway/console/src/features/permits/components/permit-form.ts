import type { Dayjs } from 'dayjs';
import type { ExitPermitRequest } from '@/api/carriers';

export const PERMIT_FIELDS = [
  'itemIds',
  'holderNo',
  'portalCodes',
  'validFrom',
  'validUntil',
  'returnBy',
  'destination',
  'purpose',
  'packaging',
] as const;

type Times = Record<'validFrom' | 'validUntil' | 'returnBy', Dayjs>;
export type PermitForm = Omit<ExitPermitRequest, keyof Times> & Times;

export function requestOf(form: PermitForm): ExitPermitRequest {
  return {
    ...form,
    validFrom: form.validFrom.toISOString(),
    validUntil: form.validUntil.toISOString(),
    returnBy: form.returnBy.toISOString(),
    destination: form.destination.trim(),
    purpose: form.purpose.trim(),
    packaging: form.packaging.trim(),
  };
}
