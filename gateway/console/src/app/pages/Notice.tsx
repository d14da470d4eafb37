import { CloseCircleFilled, InfoCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';

interface NoticeProps {
  status?: 'info' | 'warning' | 'error';
  icon?: ReactNode;
  title: string;
  text: string;
  /** The way on from here. */
  children?: ReactNode;
}

/** A page that has nothing to show but why. */
export function Notice({ status = 'info', icon, title, text, children }: NoticeProps) {
  const usual = status === 'error' ? <CloseCircleFilled aria-hidden /> : <InfoCircleFilled aria-hidden />;
  return (
    <div className={`tg-notice tg-notice-${status}`}>
      <span className="tg-notice-icon">{icon ?? usual}</span>
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  );
}
