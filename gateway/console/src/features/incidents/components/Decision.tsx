import { Empty, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CrossingFigure, IncidentCrossing } from '@/api/incidents';
import { useFormat } from '@/shared/i18n/format';
import { Mono } from '@/shared/ui/Mono';
import { inOrder, isKnown, unitOf } from '../figures';

function Meaning({ name }: { name: string }) {
  const { t } = useTranslation();
  if (!isKnown(name)) return <Mono>{name}</Mono>;
  return (
    <>
      {t(`incidents.figure.${name}.label`)}
      <div className="tg-muted">{t(`incidents.figure.${name}.hint`)}</div>
    </>
  );
}

/** The numbers the gate's decision rests on, and the rule that weighed them. */
export function Decision({ crossing }: { crossing: IncidentCrossing }) {
  const { t } = useTranslation();
  const format = useFormat();
  const told = ({ name, value }: CrossingFigure) => {
    const unit = unitOf(name);
    if (unit === 'percent') return `${format.number(value * 100)} %`;
    const rounded = unit === 'm' ? format.hundredths(value) : format.number(value);
    return unit === 'none' ? rounded : t(`incidents.unit.${unit}`, { value: rounded });
  };
  return (
    <>
      <Table<CrossingFigure>
        size="small"
        aria-label={t('incidents.section.decision')}
        pagination={false}
        rowKey="name"
        dataSource={inOrder(crossing.figures)}
        locale={{ emptyText: <Empty description={t('incidents.decision.empty')} /> }}
        columns={[
          { title: t('incidents.decision.figure'), render: (_, { name }) => <Meaning name={name} /> },
          { title: t('incidents.decision.value'), align: 'end', className: 'tg-nowrap', render: (_, it) => told(it) },
        ]}
      />
      <p className="tg-muted">
        {t('incidents.decision.rule')} <Mono>{crossing.ruleVersion}</Mono>
      </p>
    </>
  );
}
