import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TagClaim } from '@/api/devices';

interface TagClaimAlertProps {
  claim: TagClaim;
  /** Whether it is the claim of the very device that is being tagged. */
  own: boolean;
}

/** Whose the tag is, or was. */
export function TagClaimAlert({ claim, own }: TagClaimAlertProps) {
  const { t } = useTranslation();
  if (own) return <Alert showIcon type="info" className="tg-problem" title={t('devices.desk.own')} />;
  const kind = claim.retired ? 'retired' : claim.code === 'DUPLICATE_TID' ? 'tid' : 'epc';
  return (
    <Alert
      showIcon
      type="error"
      role="alert"
      className="tg-problem"
      title={t(`devices.desk.claim.${kind}`)}
      description={
        claim.deviceId ? (
          <Link to={`/devices/${claim.deviceId}`} target="_blank">
            {claim.ledgerNo}
          </Link>
        ) : (
          t('devices.desk.claim.hidden')
        )
      }
    />
  );
}
