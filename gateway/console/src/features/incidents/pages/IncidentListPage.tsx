import { useQuery } from '@tanstack/react-query';
import { Button, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Incident, INCIDENT_KINDS, INCIDENT_STATES } from '@/api/incidents';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { AcknowledgeModal } from '@/shared/incidents/AcknowledgeModal';
import { incidentsQuery } from '@/shared/incidents/list-incidents';
import { useIncidentReason } from '@/shared/incidents/use-incident-reason';
import { useMay } from '@/shared/session/session-context';
import { CodeSelect } from '@/shared/ui/CodeSelect';
import { CursorPager } from '@/shared/ui/CursorPager';
import { EpcBrief } from '@/shared/ui/EpcBrief';
import { Instant } from '@/shared/ui/Instant';
import { LevelTag } from '@/shared/ui/LevelTag';
import { ListEmpty } from '@/shared/ui/ListEmpty';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StateTag } from '@/shared/ui/StateTag';
import { useCursor } from '@/shared/ui/use-cursor';
import { useSearchFilter } from '@/shared/ui/use-search-filter';
import { PERIODS, sinceOf } from '../components/since';

const PAGE_SIZE = 50;
const FILTERS = ['state', 'kind', 'period'] as const;

type Filter = Partial<Record<(typeof FILTERS)[number], string>>;

function Filters({ filter, onChange }: { filter: Filter; onChange: (changed: Filter) => void }) {
  const { t } = useTranslation();
  const choice = (key: keyof Filter, label: string) => ({
    'aria-label': label,
    placeholder: label,
    allowClear: true,
    value: filter[key],
    onChange: (value: string | undefined) => onChange({ [key]: value }),
  });
  return (
    <search className="tg-filters">
      <CodeSelect family="incidentState" codes={INCIDENT_STATES} {...choice('state', t('incidents.field.state'))} />
      <CodeSelect family="incidentKind" codes={INCIDENT_KINDS} {...choice('kind', t('incidents.field.kind'))} />
      <Select
        {...choice('period', t('incidents.field.period'))}
        options={(Object.keys(PERIODS) as (keyof typeof PERIODS)[]).map((period) => ({
          value: period,
          label: t(`incidents.period.${period}`),
        }))}
      />
    </search>
  );
}

export default function IncidentListPage() {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const reasonOf = useIncidentReason();
  const mayAcknowledge = useMay('acknowledgeIncident');
  const [filter, change] = useSearchFilter(FILTERS);
  const [acknowledging, setAcknowledging] = useState<Incident | null>(null);
  const cursor = useCursor(JSON.stringify(filter));
  const [opened] = useState(() => Date.now());
  const { period, ...rest } = filter;
  const incidents = useQuery(incidentsQuery({ ...rest, since: sinceOf(period, opened) }, PAGE_SIZE, cursor.after));

  return (
    <>
      <PageHeader title={t('incidents.title')} note={t('incidents.note')} />
      <Filters filter={filter} onChange={change} />
      <ProblemAlert error={incidents.error} onRetry={() => void incidents.refetch()} />
      <Table<Incident>
        className="tg-table"
        size="small"
        rowKey="id"
        pagination={false}
        sticky
        scroll={{ x: 1300 }}
        loading={incidents.isFetching && !incidents.error}
        dataSource={incidents.data?.items ?? []}
        locale={{ emptyText: <ListEmpty query={incidents} text={t('incidents.empty')} /> }}
        columns={[
          {
            title: t('incidents.field.detectedAt'),
            width: 190,
            render: (_, incident) => (
              <Link to={`/incidents/${incident.id}`}>
                <Instant value={incident.detectedAt} />
              </Link>
            ),
          },
          { title: t('incidents.field.kind'), width: 180, render: (_, i) => label('incidentKind', i.kind) },
          { title: t('incidents.field.reason'), width: 220, render: (_, i) => reasonOf(i) },
          { title: t('incidents.field.portal'), dataIndex: 'portalCode', width: 100 },
          {
            title: t('incidents.field.item'),
            width: 220,
            render: (_, i) => (
              <span className="tg-inline">
                {label('kind', i.itemKind)} <LevelTag level={i.level} /> {i.departmentCode}
              </span>
            ),
          },
          {
            title: t('incidents.field.epc'),
            width: 260,
            render: (_, i) => <EpcBrief epc={i.epc} uri={i.epcUri} />,
          },
          {
            title: t('incidents.field.state'),
            width: 130,
            render: (_, i) => <StateTag family="incidentState" code={i.state} />,
          },
          {
            key: 'actions',
            fixed: 'end',
            width: 130,
            render: (_, incident) =>
              incident.state === 'OPEN' &&
              mayAcknowledge && (
                <Button size="small" onClick={() => setAcknowledging(incident)}>
                  {t('incidents.acknowledge.action')}
                </Button>
              ),
          },
        ]}
      />
      <CursorPager cursor={cursor} next={incidents.data?.next} busy={incidents.isFetching} />
      {acknowledging && <AcknowledgeModal incident={acknowledging} onClose={() => setAcknowledging(null)} />}
    </>
  );
}
