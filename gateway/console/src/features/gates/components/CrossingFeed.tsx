import { LoginOutlined, LogoutOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Crossing } from '@/api/live';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { EpcBrief } from '@/shared/ui/EpcBrief';
import { Instant } from '@/shared/ui/Instant';
import { LevelTag } from '@/shared/ui/LevelTag';
import { StateTag } from '@/shared/ui/StateTag';

function Row({ crossing }: { crossing: Crossing }) {
  const label = useCodeLabel();
  return (
    <tr className={`tg-crossing-${crossing.verdict}`}>
      <td>
        <Instant value={crossing.decidedAt} clockOnly />
      </td>
      <td>
        <strong>{crossing.portalCode}</strong>
      </td>
      <td className="tg-nowrap">
        {crossing.direction === 'OUT' ? <LogoutOutlined aria-hidden /> : <LoginOutlined aria-hidden />}{' '}
        {label('direction', crossing.direction)}
      </td>
      <td>
        <StateTag family="verdict" code={crossing.verdict} />
      </td>
      <td>{label('reason', crossing.reason)}</td>
      <td>{label('kind', crossing.kind)}</td>
      <td>
        <LevelTag level={crossing.level} />
      </td>
      <td>{crossing.departmentCode}</td>
      <td>
        <EpcBrief epc={crossing.epc} uri={crossing.epcUri} />
      </td>
    </tr>
  );
}

const COLUMNS = ['time', 'portal', 'direction', 'verdict', 'reason', 'kind', 'level', 'department', 'epc'] as const;

/** A plain table: rows arrive by the second, and nothing in it is sorted or clicked. */
export function CrossingFeed({ crossings }: { crossings: readonly Crossing[] }) {
  const { t } = useTranslation();
  return (
    <section className="tg-feed" aria-label={t('gates.feed.title')}>
      <h2>{t('gates.feed.title')}</h2>
      {crossings.length === 0 ? (
        <p className="tg-feed-empty">{t('gates.feed.empty')}</p>
      ) : (
        <div className="tg-feed-scroll">
          <table>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`gates.feed.${column}`)}
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
        </div>
      )}
    </section>
  );
}
