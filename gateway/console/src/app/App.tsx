import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, Outlet, RouterProvider } from 'react-router';
import { Appearance } from './Appearance';
import { ErrorPage } from './pages/ErrorPage';
import { routes } from './routes';
import { SessionGate } from './SessionGate';

function Root() {
  return (
    <Appearance>
      <SessionGate>
        <Outlet />
      </SessionGate>
    </Appearance>
  );
}

export const createRouter = () =>
  createBrowserRouter([{ element: <Root />, children: routes, errorElement: <ErrorPage error={null} /> }]);

interface AppProps {
  client: QueryClient;
  router: ReturnType<typeof createRouter>;
}

export function App({ client, router }: AppProps) {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
