import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import { useState } from 'react';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { useDebounced } from '@/shared/ui/use-debounced';
import { peopleQuery } from './list-people';

const SHOWN = 50;

interface PersonSelectProps extends SelectProps<string> {
  department?: string;
}

/** Finds people by name or number on the server; `value` and `onChange` speak person numbers. */
export function PersonSelect({ department, ...props }: PersonSelectProps) {
  const [search, setSearch] = useState('');
  const q = useDebounced(search);
  const label = useCodeLabel();
  const { data, isFetching } = useQuery(peopleQuery({ department, q: q || undefined, limit: SHOWN }));
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setSearch }}
      allowClear
      loading={isFetching}
      options={data?.items.map((person) => ({
        value: person.personNo,
        label: `${person.personNo} ${person.name}`,
        title: `${person.name} · ${person.departmentCode} · ${label('level', person.clearance)}`,
      }))}
      {...props}
    />
  );
}
