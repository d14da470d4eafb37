import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { signIn } from '@/shared/session/sign-in';
import { isProblem } from './problem';

const MAX_RETRIES = 2;

// The one place where an ended session is noticed, whatever the page was doing.
function onError(error: unknown) {
  if (isProblem(error) && error.status === 401) signIn();
}

// Only what may go well a moment later is tried again; a refusal stays a refusal.
const isPassing = (error: unknown) => isProblem(error) && (error.status === 0 || error.status >= 502);

export function createQueryClient(retryDelayMs = 1000): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < MAX_RETRIES && isPassing(error),
        retryDelay: retryDelayMs,
        refetchOnWindowFocus: true,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
