import { Typography } from 'antd';

/** A machine's identifier: fixed width, may be copied, never breaks the layout. */
export function Mono({ children, copyable = false }: { children: string | null | undefined; copyable?: boolean }) {
  if (!children) return null;
  return (
    <Typography.Text className="tg-mono" copyable={copyable ? { text: children } : false}>
      {children}
    </Typography.Text>
  );
}
