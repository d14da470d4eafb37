import { useQuery } from '@tanstack/react-query';
import { Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/api/personnel';
import { DepartmentSelect } from '@/shared/lookups/DepartmentSelect';
import { peopleQuery } from '@/shared/lookups/list-people';
import { CursorPager } from '@/shared/ui/CursorPager';
import { LevelTag } from '@/shared/ui/LevelTag';
import { ListEmpty } from '@/shared/ui/ListEmpty';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useCursor } from '@/shared/ui/use-cursor';
import { useDebounced } from '@/shared/ui/use-debounced';

const PAGE_SIZE = 50;

export function PeopleTable() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [department, setDepartment] = useState<string>();
  const q = useDebounced(search.trim());
  const cursor = useCursor(JSON.stringify([q, department]));
  const people = useQuery(peopleQuery({ q: q || undefined, department, limit: PAGE_SIZE, after: cursor.after }));

  return (
    <>
      <search className="tg-filters">
        <Input
          className="tg-filter-search"
          allowClear
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <DepartmentSelect
          aria-label={t('people.field.department')}
          placeholder={t('people.field.department')}
          value={department}
          onChange={setDepartment}
        />
      </search>
      <ProblemAlert error={people.error} onRetry={() => void people.refetch()} />
      <Table<Person>
        className="tg-table"
        size="small"
        rowKey="personNo"
        pagination={false}
        scroll={{ x: 900 }}
        loading={people.isFetching && !people.error}
        dataSource={people.data?.items ?? []}
        locale={{ emptyText: <ListEmpty query={people} text={t('people.empty')} /> }}
        columns={[
          { title: t('people.field.personNo'), dataIndex: 'personNo', width: 120 },
          { title: t('people.field.name'), dataIndex: 'name', width: 200, ellipsis: true },
          { title: t('people.field.department'), dataIndex: 'departmentCode', width: 120 },
          { title: t('people.field.post'), dataIndex: 'post', width: 200, ellipsis: true },
          { title: t('people.field.clearance'), width: 140, render: (_, p) => <LevelTag level={p.clearance} /> },
          { title: t('people.field.username'), dataIndex: 'username', width: 160, ellipsis: true },
        ]}
      />
      <CursorPager cursor={cursor} next={people.data?.next} busy={people.isFetching} />
    </>
  );
}
