import type { Desk, DeskSettings } from '@/api/facilities';

/** Every field of the form, as the violations of the API name them. */
export const DESK_FIELDS = [
  'code',
  'roomCode',
  'reader.host',
  'reader.port',
  'reader.tls',
  'reader.tlsPinSha256',
  'reader.transmitPowerDbm',
  'antennas',
  'weakestDbm',
] as const;

/** What is typed; antennas as numbers in a line. */
export interface DeskForm {
  code: string;
  roomCode: string;
  reader: Partial<Omit<NonNullable<Desk['reader']>, 'transmitPowerDbm'>> & { transmitPowerDbm?: number | null };
  antennas: string;
  weakestDbm?: number | null;
}

export const formOf = (desk: Desk | undefined): Partial<DeskForm> =>
  desk
    ? {
        code: desk.code,
        roomCode: desk.roomCode,
        reader: { ...desk.reader },
        antennas: desk.antennas.join(', '),
        weakestDbm: desk.weakestDbm ?? null,
      }
    : { reader: { port: 5084, tls: false }, antennas: '1' };

export const ANTENNAS = /^\s*\d{1,2}(\s*[,，\s]\s*\d{1,2})*\s*$/;

export function settingsOf(form: DeskForm, before: Desk | undefined): DeskSettings & { code: string } {
  const { tlsPinSha256, transmitPowerDbm, ...reader } = { ...before?.reader, ...form.reader };
  const pin = tlsPinSha256?.trim();
  return {
    code: form.code.trim(),
    roomCode: form.roomCode,
    reader: {
      ...{ host: '', port: 0, tls: false, ...reader },
      ...(pin ? { tlsPinSha256: pin } : {}),
      ...(typeof transmitPowerDbm === 'number' ? { transmitPowerDbm } : {}),
    },
    antennas: form.antennas
      .split(/[,，\s]+/)
      .filter(Boolean)
      .map(Number),
    ...(typeof form.weakestDbm === 'number' ? { weakestDbm: form.weakestDbm } : {}),
  };
}
