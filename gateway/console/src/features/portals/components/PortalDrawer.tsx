import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Portal } from '@/api/facilities';
import { RoomSelect } from '@/shared/lookups/RoomSelect';
import { CodeSelect } from '@/shared/ui/CodeSelect';
import { FormDrawer } from '@/shared/ui/FormDrawer';
import { Mono } from '@/shared/ui/Mono';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { ReaderFields, unlessEmpty } from '@/shared/ui/ReaderFields';
import { POWER } from '@/shared/ui/ReaderPower';
import { useToast } from '@/shared/ui/toast';
import { useFormProblem } from '@/shared/ui/use-form-problem';
import { useSavePortal } from '../api/save-portal';
import { edited, type NamedPortal, NEW_PORTAL } from '../tuning';
import { TurnPortalModal } from './TurnPortalModal';

const FIELDS = [
  'code',
  'roomCode',
  'reader.host',
  'reader.port',
  'reader.tls',
  'reader.tlsPinSha256',
  'reader.transmitPowerDbm',
  'antennas',
  'gpo.alarm',
  'hornFeedbackGpi',
  'alarmSeconds',
  'failMode',
  'maxReplicaAgeSeconds',
  'sight.referenceEpc',
  'sight.minReadsPerMinute',
] as const;

const MAX_ANTENNAS = 32;

function AntennaFields() {
  const { t } = useTranslation();
  return (
    <Form.List name="antennas">
      {(fields, { add, remove }, { errors }) => (
        <Form.Item label={t('portals.field.antennas')} required extra={t('portals.hint.antennas')}>
          {fields.map((field) => (
            <div key={field.key} className="tg-antenna">
              <Form.Item name={[field.name, 'id']} noStyle rules={[{ required: true }]}>
                <InputNumber min={1} max={MAX_ANTENNAS} aria-label={t('portals.field.antenna')} />
              </Form.Item>
              <Form.Item name={[field.name, 'zone']} noStyle rules={[{ required: true }]}>
                <CodeSelect family="zone" codes={['INSIDE', 'OUTSIDE']} aria-label={t('portals.field.zone')} />
              </Form.Item>
              <Form.Item name={[field.name, 'transmitPowerDbm']} noStyle>
                <InputNumber
                  {...POWER}
                  className="tg-antenna-power"
                  placeholder={t('portals.powerPlaceholder')}
                  aria-label={t('portals.field.antennaPower')}
                />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('portals.removeAntenna')}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            disabled={fields.length >= MAX_ANTENNAS}
            onClick={() => add({ id: fields.length + 1, zone: 'OUTSIDE' })}
          >
            {t('portals.addAntenna')}
          </Button>
          <Form.ErrorList errors={errors} />
        </Form.Item>
      )}
    </Form.List>
  );
}

function AlarmFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('errors.violation.REQUIRED') }];
  return (
    <div className="tg-grid tg-grid-wide">
      <Form.Item name={['gpo', 'alarm']} label={t('portals.field.gpo')} rules={required}>
        <InputNumber min={1} max={16} className="tg-wide" />
      </Form.Item>
      <Form.Item name="alarmSeconds" label={t('portals.field.alarmSeconds')} rules={required}>
        <InputNumber min={1} max={3600} className="tg-wide" />
      </Form.Item>
      <Form.Item
        className="tg-span"
        name="hornFeedbackGpi"
        label={t('portals.field.hornFeedbackGpi')}
        extra={t('portals.hint.hornFeedbackGpi')}
      >
        <InputNumber min={1} max={16} className="tg-wide" placeholder={t('common.none')} />
      </Form.Item>
      <Form.Item
        name="failMode"
        label={t('portals.field.failMode')}
        extra={t('portals.hint.failMode')}
        rules={required}
      >
        <CodeSelect family="failMode" codes={['SECURE', 'OPEN']} />
      </Form.Item>
      <Form.Item name="maxReplicaAgeSeconds" label={t('portals.field.maxReplicaAgeSeconds')} rules={required}>
        <InputNumber min={1} className="tg-wide" />
      </Form.Item>
    </div>
  );
}

/** What GS1 calls the reference tag that the portal has; none beside another that is being typed. */
function ReferenceName({ sight }: { sight: Portal['sight'] }) {
  const typed = Form.useWatch<string | undefined>(['sight', 'referenceEpc']);
  if (!sight?.referenceEpcUri || typed !== sight.referenceEpc) return null;
  return (
    <div>
      <Mono copyable>{sight.referenceEpcUri}</Mono>
    </div>
  );
}

function SightFields({ sight }: { sight: Portal['sight'] }) {
  const { t } = useTranslation();
  return (
    <div className="tg-grid tg-grid-wide">
      <Form.Item
        name={['sight', 'referenceEpc']}
        label={t('portals.field.referenceEpc')}
        extra={
          <>
            <ReferenceName sight={sight} />
            {t('portals.hint.referenceEpc')}
          </>
        }
        normalize={unlessEmpty}
      >
        <Input className="tg-mono" maxLength={124} />
      </Form.Item>
      <Form.Item
        name={['sight', 'minReadsPerMinute']}
        label={t('portals.field.minReadsPerMinute')}
        extra={t('portals.hint.minReadsPerMinute')}
      >
        <InputNumber min={0} max={60000} className="tg-wide" />
      </Form.Item>
    </div>
  );
}

function CodeField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="code"
      label={t('portals.field.code')}
      extra={t('portals.hint.code')}
      rules={[{ required: true, message: t('errors.violation.REQUIRED') }]}
    >
      <Input maxLength={20} autoComplete="off" />
    </Form.Item>
  );
}

function TurnPortal({ portal, onTurned }: { portal: Portal; onTurned: () => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" danger={portal.active} onClick={() => setAsking(true)}>
        {t(portal.active ? 'portals.takeDown.ask' : 'portals.putUp.ask')}
      </Button>
      {asking && <TurnPortalModal portal={portal} onTurned={onTurned} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Sets a portal up, or changes the one given, or takes it down. */
export function PortalDrawer({ portal, onClose }: { portal: Portal | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const message = useToast();
  const [form] = Form.useForm<NamedPortal>();
  const save = useSavePortal(portal);
  const problem = useFormProblem(form, FIELDS);

  const submit = (values: NamedPortal) => {
    problem.clear();
    save.mutate(edited(portal, values), {
      onSuccess: () => {
        void message.success(t('portals.saved'));
        onClose();
      },
      onError: problem.show,
    });
  };

  return (
    <FormDrawer
      onClose={onClose}
      title={portal ? t('portals.edit', { code: portal.code }) : t('portals.add')}
      extra={portal && <TurnPortal portal={portal} onTurned={onClose} />}
      saving={save.isPending}
      onSave={() => form.submit()}
    >
      <Form<NamedPortal> form={form} layout="vertical" initialValues={portal ?? NEW_PORTAL} onFinish={submit}>
        <ProblemAlert error={problem.problem} />
        {!portal && <CodeField />}
        <Form.Item name="roomCode" label={t('portals.field.room')} rules={[{ required: true }]}>
          <RoomSelect />
        </Form.Item>
        <ReaderFields />
        <AntennaFields />
        <AlarmFields />
        <SightFields sight={portal?.sight} />
      </Form>
    </FormDrawer>
  );
}
