import type { PermitItem } from '@/api/carriers';
import { useCodeLabel } from '@/shared/i18n/use-code-label';
import { LevelTag } from '@/shared/ui/LevelTag';

export function PermitItems({ items, shown }: { items: PermitItem[]; shown?: number }) {
  const label = useCodeLabel();
  const visible = items.slice(0, shown ?? items.length);
  const hidden = items.length - visible.length;
  return (
    <ul className="tg-plain-list">
      {visible.map((item) => (
        <li key={item.itemId}>
          <span className="tg-mono">{item.ledgerNo}</span> {label('kind', item.kind)} <LevelTag level={item.level} />
        </li>
      ))}
      {hidden > 0 && <li>{`+${hidden}`}</li>}
    </ul>
  );
}
