import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Empty, Spin, Tag, Typography } from 'antd';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { GateSnapshot } from '@/shared/live/gate-feed';
import { useGateFeed } from '@/shared/live/gate-feed';
import { useLiveConnections, useLiveEvent, useLiveState } from '@/shared/live/live-context';
import { portalsQuery } from '@/shared/lookups/list-portals';
import { useNow } from '@/shared/ui/use-now';
import { alarmsOf, CLOCK_MS } from '../alarms';
import { CrossingFeed } from '../components/CrossingFeed';
import { PortalTile } from '../components/PortalTile';
import { SoundControl } from '../components/SoundControl';
import { useMay } from '@/shared/session/session-context';
import { openIncidentsQuery } from '@/shared/incidents/list-incidents';

const liveColor = { open: 'green', connecting: 'gold', interrupted: 'red' } as const;

/** The portals there are, asked for again whenever one was put up or taken down or that may have been missed. */
function usePortals() {
  const client = useQueryClient();
  const connections = useLiveConnections();
  const again = useCallback(() => void client.invalidateQueries({ queryKey: portalsQuery.queryKey }), [client]);
  useLiveEvent('portal', again);
  useEffect(() => {
    if (connections > 1) again();
  }, [again, connections]);
  return useQuery(portalsQuery);
}

function usePortalTiles(gates: GateSnapshot) {
  // Someone who may not list portals still sees those the stream reports on.
  const portals = usePortals();
  const now = useNow(CLOCK_MS);
  const mayIncidents = useMay('incidents');
  const open = useQuery({ ...openIncidentsQuery, enabled: mayIncidents });
  const alarmed = new Set(alarmsOf(open.data?.items ?? [], gates, now).map(({ portalCode }) => portalCode));
  const rooms = new Map(portals.data?.items.map(({ code, roomCode }) => [code, roomCode]));
  const takenDown = new Set(portals.data?.items.filter(({ active }) => !active).map(({ code }) => code));
  const codes = [...new Set([...rooms.keys(), ...gates.health.keys()])].filter((code) => !takenDown.has(code)).sort();
  const tiles = codes.map((code) => ({
    code,
    roomCode: rooms.get(code),
    health: gates.health.get(code),
    last: gates.crossings.find((crossing) => crossing.portalCode === code),
    alarmed: alarmed.has(code),
  }));
  return { tiles, isPending: portals.isPending };
}

export default function GateBoardPage() {
  const { t } = useTranslation();
  const gates = useGateFeed();
  const live = useLiveState();
  const { tiles, isPending } = usePortalTiles(gates);
  return (
    <div className="tg-board">
      <header className="tg-board-header">
        <Typography.Title level={1}>{t('gates.title')}</Typography.Title>
        <Tag color={liveColor[live]} role="status">
          {t(`gates.live.${live}`)}
        </Tag>
        <div className="tg-board-sound">
          <SoundControl />
        </div>
      </header>
      {tiles.length === 0 &&
        (isPending ? <Spin aria-label={t('common.loading')} /> : <Empty description={t('gates.noPortals')} />)}
      <section
        className={live === 'open' ? 'tg-portals' : 'tg-portals tg-portals-stale'}
        aria-label={t('gates.portals')}
      >
        {tiles.map((tile) => (
          <PortalTile key={tile.code} {...tile} />
        ))}
      </section>
      <CrossingFeed crossings={gates.crossings} />
    </div>
  );
}
