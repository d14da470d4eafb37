import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { Page } from '@/api/common';
import type { Incident } from '@/api/incidents';
import { openIncidentsQuery } from '@/shared/incidents/list-incidents';
import { useGateFeed, useGateFeedControl } from '@/shared/live/gate-feed';
import { useLiveConnections, useLiveEvent } from '@/shared/live/live-context';
import { useNow } from '@/shared/ui/use-now';
import { type Alarm, alarmsOf, CLOCK_MS } from './alarms';

function merged(page: Page<Incident> | undefined, incident: Incident): Page<Incident> {
  const others = (page?.items ?? []).filter(({ id }) => id !== incident.id);
  return { ...page, items: incident.state === 'OPEN' ? [incident, ...others] : others };
}

/** Open incidents, loaded once and then moved by the live stream; a reconnect loads them again. */
export function useOpenIncidents(): readonly Incident[] {
  const client = useQueryClient();
  const connections = useLiveConnections();
  const feed = useGateFeedControl();
  const { data } = useQuery(openIncidentsQuery);
  useEffect(() => feed.answer(data?.items ?? []), [feed, data]);

  const onIncident = useCallback(
    (incident: Incident) => {
      // An answer under way was put together before this incident and would take it off the screen again.
      void client.cancelQueries({ queryKey: openIncidentsQuery.queryKey });
      client.setQueryData(openIncidentsQuery.queryKey, (page) => merged(page, incident));
      void client.invalidateQueries({ queryKey: ['incidents', 'list'] });
      void client.invalidateQueries({ queryKey: ['incidents', 'one', incident.id] });
    },
    [client],
  );
  useLiveEvent('incident', onIncident);

  const seen = useRef(connections);
  useEffect(() => {
    if (connections > 1 && seen.current !== connections) void client.invalidateQueries({ queryKey: ['incidents'] });
    seen.current = connections;
  }, [client, connections]);

  return data?.items ?? [];
}

export function useAlarms(open: readonly Incident[]): Alarm[] {
  return alarmsOf(open, useGateFeed(), useNow(CLOCK_MS));
}
