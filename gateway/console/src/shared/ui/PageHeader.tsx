import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface PageHeaderProps {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  back?: { to: string; label: string };
}

export function PageHeader({ title, note, actions, back }: PageHeaderProps) {
  return (
    <header className="tg-page-header">
      <div className="tg-page-header-text">
        {back && (
          <Link to={back.to} className="tg-back">
            <span aria-hidden="true">{'‹ '}</span>
            {back.label}
          </Link>
        )}
        <Typography.Title level={1}>{title}</Typography.Title>
        {note && <Typography.Text type="secondary">{note}</Typography.Text>}
      </div>
      {actions && <div className="tg-actions">{actions}</div>}
    </header>
  );
}
