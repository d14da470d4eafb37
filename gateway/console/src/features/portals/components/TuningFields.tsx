import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PortalAntenna } from '@/api/facilities';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { KNOBS, knobs, OFFSET, STRAY } from '../tuning';

/** The detector's knobs; an empty one is as standard. */
export function KnobFields() {
  const { t } = useTranslation();
  return (
    <div className="tg-grid">
      {knobs.map((knob) => (
        <Form.Item
          key={knob}
          name={['tuning', knob]}
          label={t(`portals.knob.${knob}.label`)}
          extra={t('portals.knob.hint', { text: t(`portals.knob.${knob}.hint`), ...KNOBS[knob] })}
        >
          <InputNumber {...KNOBS[knob]} className="tg-wide" placeholder={t('portals.tuning.standard')} />
        </Form.Item>
      ))}
    </div>
  );
}

/** Stray level and offset of each antenna. */
export function AntennaLevelFields({ antennas }: { antennas: readonly PortalAntenna[] }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const none = t('common.none');
  return (
    <fieldset className="tg-levels">
      <legend>{t('portals.levels.title')}</legend>
      <p>{t('portals.levels.note')}</p>
      {antennas.map(({ id, zone }, index) => {
        const name = t('portals.levels.antenna', { antenna: id, zone: label('zone', zone) });
        return (
          <div key={id} className="tg-level">
            <span>{name}</span>
            <Form.Item name={['antennas', index, 'id']} hidden>
              <InputNumber />
            </Form.Item>
            <Form.Item name={['antennas', index, 'strayDbm']} label={t('portals.levels.stray')}>
              <InputNumber {...STRAY} placeholder={none} aria-label={`${name} ${t('portals.levels.stray')}`} />
            </Form.Item>
            <Form.Item name={['antennas', index, 'offsetDb']} label={t('portals.levels.offset')}>
              <InputNumber {...OFFSET} placeholder={none} aria-label={`${name} ${t('portals.levels.offset')}`} />
            </Form.Item>
          </div>
        );
      })}
    </fieldset>
  );
}
