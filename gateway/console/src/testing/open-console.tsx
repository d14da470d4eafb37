import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import type { Session } from '@/api/session';
import { App, createRouter } from '@/app/App';
import { createQueryClient } from '@/shared/api/query-client';
import { type Language, startI18n } from '@/shared/i18n/i18n';
import { server } from './server';

interface Opening {
  at: string;
  as: Session | null;
  language?: Language;
}

/** Opens the console as a browser would: at an address, as somebody, in a language. */
export function openConsole({ at, as, language = 'en' }: Opening) {
  server.use(http.get('*/api/session', () => (as ? HttpResponse.json(as) : new HttpResponse(null, { status: 401 }))));
  window.history.replaceState(null, '', at);
  startI18n(language);
  const router = createRouter();
  render(<App client={createQueryClient(1)} router={router} />);
  return { user: userEvent.setup({ delay: null }), path: () => router.state.location.pathname };
}
