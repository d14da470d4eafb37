import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Crossing } from '@/api/live';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { useGateFeed } from '@/shared/live/gate-feed';
import { EpcBrief } from '@/shared/ui/EpcBrief';
import { Instant } from '@/shared/ui/Instant';
import { StateTag } from '@/shared/ui/StateTag';

const SHOWN = 12;
const COLUMNS = ['time', 'direction', 'verdict', 'reason', 'confidence', 'rule', 'epc'] as const;

function Row({ crossing }: { crossing: Crossing }) {
  const { t } = useTranslation();
  const label = useCodeLabel();
  const { confidence } = crossing;
  return (
    <tr>
      <td>
        <Instant value={crossing.decidedAt} clockOnly />
      </td>
      <td>{label('direction', crossing.direction)}</td>
      <td>
        <StateTag family="verdict" code={crossing.verdict} />
      </td>
      <td>{label('reason', crossing.reason)}</td>
      <td>
        {confidence == null ? t('common.none') : t('portals.walk.percent', { percent: Math.round(confidence * 100) })}
      </td>
      <td className="tg-mono">{crossing.ruleVersion}</td>
      <td>
        <EpcBrief epc={crossing.epc} uri={crossing.epcUri} />
      </td>
    </tr>
  );
}

/** The crossings of this portal as they come, newest first. */
export function TestWalk({ code }: { code: string }) {
  const { t } = useTranslation();
  const crossings = useGateFeed()
    .crossings.filter(({ portalCode }) => portalCode === code)
    .slice(0, SHOWN);
  return (
    <Card size="small" title={t('portals.walk.title')}>
      <p>{t('portals.walk.note')}</p>
      {crossings.length === 0 ? (
        <p role="status">{t('portals.walk.empty')}</p>
      ) : (
        <table className="tg-reads" aria-label={t('portals.walk.title')}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`portals.walk.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {crossings.map((crossing) => (
              <Row key={crossing.crossingId} crossing={crossing} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
