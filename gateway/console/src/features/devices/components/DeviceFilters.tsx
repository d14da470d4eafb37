import { SearchOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LEVELS } from '@/api/common';
import { DEVICE_KINDS, DEVICE_STATES } from '@/api/devices';
import { DepartmentSelect } from '@/shared/lookups/DepartmentSelect';
import { PersonSelect } from '@/shared/lookups/PersonSelect';
import { CodeSelect } from '@/shared/ui/CodeSelect';
import { useDebounced } from '@/shared/ui/use-debounced';
import type { DeviceFilter } from '../api/list-devices';

interface DeviceFiltersProps {
  filter: DeviceFilter;
  onChange: (changed: DeviceFilter) => void;
}

export function DeviceFilters({ filter, onChange }: DeviceFiltersProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState(filter.q ?? '');
  const q = useDebounced(search.trim());
  useEffect(() => {
    if (q !== (filter.q ?? '')) onChange({ q });
  }, [q]); // eslint-disable-line react-hooks/exhaustive-deps -- only typing sends a search, not a change of the address

  const choice = (key: keyof DeviceFilter, label: string) => ({
    'aria-label': label,
    placeholder: label,
    allowClear: true,
    value: filter[key],
    onChange: (value: string | undefined) => onChange({ [key]: value }),
  });
  const clear = () => {
    setSearch('');
    onChange({ q: '', department: '', kind: '', level: '', classified: '', keeper: '', state: '' });
  };
  const isFiltered = Object.entries(filter).some(([key, value]) => key !== 'sort' && value);

  return (
    <search className="tg-filters">
      <Input
        className="tg-filter-search"
        prefix={<SearchOutlined aria-hidden />}
        allowClear
        aria-label={t('devices.filter.search')}
        placeholder={t('devices.filter.searchHint')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <DepartmentSelect {...choice('department', t('devices.field.department'))} />
      <CodeSelect family="kind" codes={DEVICE_KINDS} {...choice('kind', t('devices.field.kind'))} />
      <CodeSelect family="level" codes={LEVELS} {...choice('level', t('devices.field.level'))} />
      <CodeSelect
        family="classified"
        codes={['true', 'false']}
        {...choice('classified', t('devices.field.classified'))}
      />
      <CodeSelect family="deviceState" codes={DEVICE_STATES} {...choice('state', t('devices.field.state'))} />
      <PersonSelect {...choice('keeper', t('devices.field.keeper'))} />
      {isFiltered && (
        <Button type="text" onClick={clear}>
          {t('common.clearFilters')}
        </Button>
      )}
    </search>
  );
}
