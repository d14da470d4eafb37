import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ExitPermit } from '@/api/carriers';
import { Instant } from '@/shared/ui/Instant';
import { StateTag } from '@/shared/ui/StateTag';
import { PermitItems } from './PermitItems';

export function PermitFacts({ permit }: { permit: ExitPermit }) {
  const { t } = useTranslation();
  const facts = [
    ['state', <StateTag family="permitState" code={permit.state} key="state" />],
    ['holder', permit.holderNo],
    ['items', <PermitItems items={permit.items} key="items" />],
    ['portals', permit.portalCodes.join(', ')],
    ['validFrom', <Instant value={permit.validFrom} key="validFrom" />],
    ['validUntil', <Instant value={permit.validUntil} key="validUntil" />],
    ['returnBy', <Instant value={permit.returnBy} key="returnBy" />],
    ['destination', permit.destination],
    ['packaging', permit.packaging],
    ['purpose', permit.purpose],
    ['requestedBy', permit.requestedBy],
    ['requestedAt', <Instant value={permit.requestedAt} key="requestedAt" />],
  ] as const;
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, lg: 2 }}
      items={facts.map(([field, value]) => ({ key: field, label: t(`permits.field.${field}`), children: value }))}
    />
  );
}
