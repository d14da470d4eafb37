import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Cursor } from './use-cursor';

interface CursorPagerProps {
  cursor: Cursor;
  next: string | null | undefined;
  busy?: boolean;
}

export function CursorPager({ cursor, next, busy = false }: CursorPagerProps) {
  const { t } = useTranslation();
  if (cursor.page === 1 && !next) return null;
  return (
    <nav className="tg-pager" aria-label={t('common.pages')}>
      <Button icon={<LeftOutlined aria-hidden />} disabled={cursor.page === 1 || busy} onClick={cursor.back}>
        {t('common.previous')}
      </Button>
      <span>{t('common.page', { page: cursor.page })}</span>
      <Button
        icon={<RightOutlined aria-hidden />}
        iconPlacement="end"
        disabled={!next || busy}
        onClick={() => next && cursor.forward(next)}
      >
        {t('common.next')}
      </Button>
    </nav>
  );
}
