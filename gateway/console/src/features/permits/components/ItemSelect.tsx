import { useQueries, useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import { useState } from 'react';
import type { Device } from '@/api/devices';
import { http } from '@/shared/api/http';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { deviceSearchQuery } from '@/shared/lookups/search-devices';
import { useDebounced } from '@/shared/ui/use-debounced';

const itemQuery = (id: string) => ({
  queryKey: ['devices', 'one', id],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    http.get<Device>(`/api/devices/${encodeURIComponent(id)}`, { signal }),
});

/** Several items, found by ledger number, serial number or name; `value` and `onChange` speak item ids. */
export function ItemSelect({ value, ...props }: SelectProps<string[]>) {
  const label = useCodeLabel();
  const [search, setSearch] = useState('');
  const q = useDebounced(search.trim());
  const found = useQuery(deviceSearchQuery(q || undefined));
  // What was chosen under an earlier search, or named in the address, keeps its name.
  const chosen = useQueries({ queries: (value ?? []).map(itemQuery) });
  const known = new Map<string, Device>();
  for (const device of [...(found.data?.items ?? []), ...chosen.flatMap(({ data }) => data ?? [])]) {
    known.set(device.id, device);
  }
  return (
    <Select
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={found.isFetching}
      value={value}
      options={[...known.values()].map((device) => ({
        value: device.id,
        label: `${device.ledgerNo} · ${label('kind', device.kind)} · ${label('level', device.level)} · ${device.name}`,
      }))}
      {...props}
    />
  );
}
