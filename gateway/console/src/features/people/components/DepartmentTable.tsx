import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Department } from '@/api/personnel';
import { departmentsQuery } from '@/shared/lookups/list-departments';
import { ListEmpty } from '@/shared/ui/ListEmpty';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';

export function DepartmentTable() {
  const { t } = useTranslation();
  const departments = useQuery(departmentsQuery);
  return (
    <>
      <ProblemAlert error={departments.error} onRetry={() => void departments.refetch()} />
      <Table<Department>
        className="tg-table"
        size="small"
        rowKey="code"
        pagination={false}
        loading={departments.isFetching && !departments.error}
        dataSource={departments.data?.items ?? []}
        locale={{ emptyText: <ListEmpty query={departments} text={t('people.noDepartments')} /> }}
        columns={[
          { title: t('people.field.code'), dataIndex: 'code', width: 160 },
          { title: t('people.field.name'), dataIndex: 'name' },
        ]}
      />
    </>
  );
}
