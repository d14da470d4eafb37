import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import { portalsQuery } from './list-portals';

/** Several of the portals that are up; `value` and `onChange` speak portal codes. */
export function PortalSelect(props: SelectProps<string[]>) {
  const { data, isPending } = useQuery(portalsQuery);
  return (
    <Select
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      options={data?.items
        .filter(({ active }) => active)
        .map(({ code, roomCode }) => ({ value: code, label: `${code} · ${roomCode}` }))}
      {...props}
    />
  );
}
