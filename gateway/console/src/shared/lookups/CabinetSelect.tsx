import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { cabinetsQuery } from './list-cabinets';

/** `value` and `onChange` speak cabinet codes; the highest level a cabinet may hold stands beside it. */
export function CabinetSelect(props: SelectProps<string>) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const { data, isPending } = useQuery(cabinetsQuery);
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      loading={isPending}
      options={data?.items.map(({ code, name, maxLevel }) => ({
        value: code,
        label: t('common.cabinetUpTo', { code, name, level: label('level', maxLevel) }),
      }))}
      {...props}
    />
  );
}
