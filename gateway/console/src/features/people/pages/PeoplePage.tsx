import { PlusOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/session-context';
import { PageHeader } from '@/shared/ui/PageHeader';
import { AddDepartmentModal } from '../components/AddDepartmentModal';
import { AddPersonModal } from '../components/AddPersonModal';
import { DepartmentTable } from '../components/DepartmentTable';
import { PeopleTable } from '../components/PeopleTable';

type Adding = 'person' | 'department' | null;

export default function PeoplePage() {
  const { t } = useTranslation();
  const mayKeep = useMay('keepPeople');
  const [adding, setAdding] = useState<Adding>(null);
  const close = () => setAdding(null);
  return (
    <>
      <PageHeader
        title={t('people.title')}
        note={t('people.note')}
        actions={
          mayKeep && (
            <>
              <Button onClick={() => setAdding('department')}>{t('people.addDepartment')}</Button>
              <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding('person')}>
                {t('people.addPerson')}
              </Button>
            </>
          )
        }
      />
      <Tabs
        items={[
          { key: 'people', label: t('people.tab.people'), children: <PeopleTable /> },
          { key: 'departments', label: t('people.tab.departments'), children: <DepartmentTable /> },
        ]}
      />
      {adding === 'person' && <AddPersonModal onClose={close} />}
      {adding === 'department' && <AddDepartmentModal onClose={close} />}
    </>
  );
}
