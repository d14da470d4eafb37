import type { Device, DeviceChange, DeviceRegistration, Tag } from '@/api/devices';

/** Every field of the forms, as the violations of the API name them. */
export const DEVICE_FIELDS = [
  'kind',
  'classified',
  'level',
  'name',
  'manufacturer',
  'model',
  'serialNo',
  'diskSerialNo',
  'usbUniqueId',
  'departmentCode',
  'keeperNo',
  'cabinetCode',
  'tag.epc',
  'tag.tid',
  'state',
  'reason',
] as const;

export type RegistrationForm = Omit<DeviceRegistration, 'tag'> & { tag?: Partial<Tag> };

const orAbsent = (text: string | null | undefined) => (text?.trim() ? text.trim() : undefined);

function tagOf(tag: Partial<Tag> | null | undefined): Tag | undefined {
  const epc = orAbsent(tag?.epc);
  const tid = orAbsent(tag?.tid);
  // A TID without an EPC is sent as it is, so that the refusal names the field that is missing.
  return epc || tid ? { epc: epc ?? '', tid } : undefined;
}

export function registrationOf(form: RegistrationForm): DeviceRegistration {
  return {
    ...form,
    name: form.name.trim(),
    manufacturer: form.manufacturer.trim(),
    model: form.model.trim(),
    serialNo: form.serialNo.trim(),
    diskSerialNo: orAbsent(form.diskSerialNo),
    usbUniqueId: orAbsent(form.usbUniqueId),
    cabinetCode: orAbsent(form.cabinetCode),
    tag: tagOf(form.tag),
  };
}

export type ChangeForm = Pick<
  Device,
  'level' | 'name' | 'manufacturer' | 'model' | 'departmentCode' | 'keeperNo' | 'cabinetCode' | 'state'
> & { tag?: Partial<Tag> | null; reason: string };

const CHANGEABLE = ['level', 'name', 'manufacturer', 'model', 'departmentCode', 'keeperNo', 'state'] as const;

/** Only what differs from the device as it was read; null where something was taken away. */
export function changeOf(device: Device, form: ChangeForm): DeviceChange {
  const changed = Object.fromEntries(
    CHANGEABLE.filter((field) => form[field] !== device[field]).map((field) => [field, form[field]]),
  );
  const cabinet = orAbsent(form.cabinetCode) ?? null;
  const tag = tagOf(form.tag) ?? null;
  const before = tagOf(device.tag) ?? null;
  return {
    ...changed,
    ...(cabinet === (orAbsent(device.cabinetCode) ?? null) ? {} : { cabinetCode: cabinet }),
    ...(JSON.stringify(tag) === JSON.stringify(before) ? {} : { tag }),
    reason: form.reason.trim(),
  };
}
