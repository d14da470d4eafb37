import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page } from '@/api/common';
import type { Device } from '@/api/devices';
import { http } from '@/shared/api/http';

export interface DeviceFilter {
  department?: string;
  kind?: string;
  level?: string;
  classified?: string;
  keeper?: string;
  state?: string;
  q?: string;
  sort?: string;
}

export const devicesQuery = (filter: DeviceFilter, limit: number, after?: string) =>
  queryOptions({
    queryKey: ['devices', 'list', filter, limit, after],
    queryFn: ({ signal }) => http.get<Page<Device>>('/api/devices', { query: { ...filter, limit, after }, signal }),
    placeholderData: keepPreviousData,
  });
