import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { LEVELS } from '@/api/common';
import { CabinetSelect } from '@/shared/lookups/CabinetSelect';
import { DepartmentSelect } from '@/shared/lookups/DepartmentSelect';
import { PersonSelect } from '@/shared/lookups/PersonSelect';
import { CodeSelect } from '@/shared/ui/CodeSelect';

const NAME_MAX = 200;
const MAKE_MAX = 100;

/** Level, name, maker and model: what the device is. */
export function IdentityFields() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('errors.violation.REQUIRED') }];
  return (
    <>
      <Form.Item name="level" label={t('devices.field.level')} rules={required}>
        <CodeSelect family="level" codes={LEVELS} />
      </Form.Item>
      <Form.Item name="name" label={t('devices.field.name')} rules={required}>
        <Input maxLength={NAME_MAX} />
      </Form.Item>
      <Form.Item name="manufacturer" label={t('devices.field.manufacturer')} rules={required}>
        <Input maxLength={MAKE_MAX} />
      </Form.Item>
      <Form.Item name="model" label={t('devices.field.model')} rules={required}>
        <Input maxLength={MAKE_MAX} />
      </Form.Item>
    </>
  );
}

/** Who answers for it, and where it stands. */
export function CustodyFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('errors.violation.REQUIRED') }];
  return (
    <>
      <Form.Item name="departmentCode" label={t('devices.field.department')} rules={required}>
        <DepartmentSelect allowClear={false} />
      </Form.Item>
      <Form.Item noStyle dependencies={['departmentCode']}>
        {({ getFieldValue }) => (
          <Form.Item name="keeperNo" label={t('devices.field.keeper')} rules={required}>
            <PersonSelect department={getFieldValue('departmentCode') as string | undefined} />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="cabinetCode" label={t('devices.field.cabinet')}>
        <CabinetSelect />
      </Form.Item>
    </>
  );
}
