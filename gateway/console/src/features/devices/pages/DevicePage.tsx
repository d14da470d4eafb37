import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '@/shared/session/session-context';
import { PageHeader } from '@/shared/ui/PageHeader';
import { QueryView } from '@/shared/ui/QueryView';
import { deviceQuery } from '../api/get-device';
import { ChangeDeviceDrawer } from '../components/ChangeDeviceDrawer';
import { DeviceCustody } from '../components/DeviceCustody';
import { DeviceFacts } from '../components/DeviceFacts';
import { DeviceHistory } from '../components/DeviceHistory';

export default function DevicePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const mayKeep = useMay('keepDevices');
  const mayRequest = useMay('requestPermit');
  const [changing, setChanging] = useState(false);
  const device = useQuery(deviceQuery(id));
  const back = { to: '/devices', label: t('devices.title') };

  return (
    <QueryView query={device}>
      {(data) => (
        <>
          <PageHeader
            title={data.name}
            note={<span className="tg-mono">{data.ledgerNo}</span>}
            back={back}
            actions={
              <>
                {mayRequest && (
                  <Button onClick={() => void navigate(`/permits/request?item=${data.id}`)}>
                    {t('permits.request.action')}
                  </Button>
                )}
                {mayKeep && (
                  <Button type="primary" onClick={() => setChanging(true)}>
                    {t('devices.change.action')}
                  </Button>
                )}
              </>
            }
          />
          <div className="tg-detail">
            <Card size="small" title={t('devices.section.facts')} className="tg-detail-main">
              <DeviceFacts device={data} />
            </Card>
            <Card size="small" title={t('devices.section.whereabouts')}>
              <DeviceCustody id={id} />
            </Card>
            <Card size="small" title={t('devices.section.history')} className="tg-detail-main">
              <DeviceHistory id={id} />
            </Card>
          </div>
          {mayKeep && <ChangeDeviceDrawer device={data} open={changing} onClose={() => setChanging(false)} />}
        </>
      )}
    </QueryView>
  );
}
