import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import { roomsQuery } from './list-rooms';

/** `value` and `onChange` speak room codes. */
export function RoomSelect(props: SelectProps<string>) {
  const { data, isPending } = useQuery(roomsQuery);
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      options={data?.items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      {...props}
    />
  );
}
