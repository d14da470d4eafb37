import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page } from '@/api/common';
import type { Person } from '@/api/personnel';
import { http } from '@/shared/api/http';

export interface PeopleFilter {
  department?: string;
  q?: string;
  limit?: number;
  after?: string;
}

export const peopleQuery = (filter: PeopleFilter) =>
  queryOptions({
    queryKey: ['people', filter],
    queryFn: ({ signal }) => http.get<Page<Person>>('/api/personnel/people', { query: { ...filter }, signal }),
    placeholderData: keepPreviousData,
  });
