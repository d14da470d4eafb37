import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Device } from '@/api/devices';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { EpcName } from '@/shared/ui/EpcName';
import { Instant } from '@/shared/ui/Instant';
import { LevelTag } from '@/shared/ui/LevelTag';
import { Mono } from '@/shared/ui/Mono';
import { StateTag } from '@/shared/ui/StateTag';

export function DeviceFacts({ device }: { device: Device }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const none = t('common.none');
  const mono = (text: string | null | undefined) => (text ? <Mono copyable>{text}</Mono> : none);
  const facts = [
    [t('devices.field.level'), <LevelTag level={device.level} key="level" />],
    [t('devices.field.state'), <StateTag family="deviceState" code={device.state} key="state" />],
    [t('devices.field.kind'), label('kind', device.kind)],
    [t('devices.field.ledger'), label('classified', String(device.classified))],
    [t('devices.field.manufacturer'), device.manufacturer],
    [t('devices.field.model'), device.model],
    [t('devices.field.serialNo'), mono(device.serialNo)],
    [t('devices.field.diskSerialNo'), mono(device.diskSerialNo)],
    [t('devices.field.usbUniqueId'), mono(device.usbUniqueId)],
    [t('devices.field.department'), device.departmentCode],
    [t('devices.field.keeper'), device.keeperNo],
    [t('devices.field.cabinet'), device.cabinetCode ?? none],
    [t('devices.field.epc'), device.tag ? <EpcName epc={device.tag.epc} uri={device.tag.epcUri} key="epc" /> : none],
    [t('devices.field.tid'), mono(device.tag?.tid)],
    [t('devices.field.registeredAt'), <Instant value={device.registeredAt} key="registeredAt" />],
    [t('devices.field.version'), device.version],
  ] as const;
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, lg: 2 }}
      items={facts.map(([name, value]) => ({ key: name, label: name, children: value }))}
    />
  );
}
