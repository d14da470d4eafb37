import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page } from '@/api/common';
import type { Device } from '@/api/devices';
import { http } from '@/shared/api/http';

const FOUND = 30;

export const deviceSearchQuery = (q: string | undefined) =>
  queryOptions({
    queryKey: ['devices', 'search', q],
    queryFn: ({ signal }) => http.get<Page<Device>>('/api/devices', { query: { q, limit: FOUND }, signal }),
    placeholderData: keepPreviousData,
  });
