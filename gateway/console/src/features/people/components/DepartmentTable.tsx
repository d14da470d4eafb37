import { useQuery } from '@tanstack/react-query';
import { Empty, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Department } from '@/api/personnel';
import { departmentsQuery } from '@/shared/lookups/list-departments';
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
        locale={{ emptyText: <Empty description={t('people.noDepartments')} /> }}
        columns={[
          { title: t('people.field.code'), dataIndex: 'code', width: 160 },
          { title: t('people.field.name'), dataIndex: 'name' },
        ]}
      />
    </>
  );
}
