import type { message } from 'antd';
import { createContext, useContext } from 'react';

export type Toast = ReturnType<typeof message.useMessage>[0];

export const ToastContext = createContext<Toast | null>(null);

/** A word at the top of the screen that goes by itself: what one asked for has been done. */
export function useToast(): Toast {
  const toast = useContext(ToastContext);
  if (!toast) throw new Error('useToast outside of the appearance');
  return toast;
}
