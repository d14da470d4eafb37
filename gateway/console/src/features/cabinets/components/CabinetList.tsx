import { useQuery } from '@tanstack/react-query';
import { Empty, Input, Menu } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cabinet, Room } from '@/api/facilities';
import { roomsQuery } from '@/shared/lookups/list-rooms';
import { cabinetsQuery } from '@/shared/lookups/list-cabinets';
import { LevelTag } from '@/shared/ui/LevelTag';
import { QueryView } from '@/shared/ui/QueryView';

interface CabinetListProps {
  chosen: string | undefined;
  onChoose: (code: string) => void;
}

function groupsOf(cabinets: Cabinet[], rooms: Room[]) {
  const codes = [...new Set(cabinets.map((cabinet) => cabinet.roomCode))].sort();
  return codes.map((roomCode) => ({
    key: roomCode,
    type: 'group' as const,
    label: `${roomCode} ${rooms.find((room) => room.code === roomCode)?.name ?? ''}`,
    children: cabinets
      .filter((cabinet) => cabinet.roomCode === roomCode)
      .map((cabinet) => ({
        key: cabinet.code,
        title: cabinet.name,
        label: (
          <span className="tg-cabinet">
            <span className="tg-cabinet-name">
              <strong>{cabinet.code}</strong> {cabinet.name}
            </span>
            <LevelTag level={cabinet.maxLevel} />
          </span>
        ),
      })),
  }));
}

/** Cabinets under their rooms, each with the highest level it may hold. */
export function CabinetList({ chosen, onChoose }: CabinetListProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const cabinets = useQuery(cabinetsQuery);
  const rooms = useQuery(roomsQuery);
  const wanted = search.trim().toLowerCase();
  return (
    <QueryView query={cabinets}>
      {({ items }) => {
        const found = items.filter((cabinet) =>
          `${cabinet.code} ${cabinet.name} ${cabinet.roomCode}`.toLowerCase().includes(wanted),
        );
        return (
          <nav aria-label={t('cabinets.choose')}>
            <Input
              allowClear
              aria-label={t('cabinets.search')}
              placeholder={t('cabinets.search')}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
            {found.length === 0 ? (
              <Empty description={t('cabinets.none')} />
            ) : (
              <Menu
                className="tg-cabinet-menu"
                selectedKeys={chosen ? [chosen] : []}
                items={groupsOf(found, rooms.data?.items ?? [])}
                onClick={({ key }) => onChoose(key)}
              />
            )}
          </nav>
        );
      }}
    </QueryView>
  );
}
