import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import { departmentsQuery } from './list-departments';

/** `value` and `onChange` speak department codes. */
export function DepartmentSelect(props: SelectProps<string>) {
  const { data, isPending } = useQuery(departmentsQuery);
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      loading={isPending}
      options={data?.items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      {...props}
    />
  );
}
