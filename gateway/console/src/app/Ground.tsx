import { message, theme } from 'antd';
import type { ReactNode } from 'react';
import { ToastContext } from '@/shared/ui/toast';

/**
 * What everything stands on: the theme's colour and type for text outside of components, and the place of short messages. Stands in for
 * the App of antd, which brings its dialogs and notifications into the first load.
 */
export function Ground({ children }: { children: ReactNode }) {
  const { token } = theme.useToken();
  const [toast, place] = message.useMessage();
  const { colorText: color, fontFamily, fontSize, lineHeight } = token;
  return (
    <div className="tg-app" style={{ color, fontFamily, fontSize, lineHeight }}>
      <ToastContext value={toast}>
        {place}
        {children}
      </ToastContext>
    </div>
  );
}
