import { type ComponentType, lazy, type ReactElement } from 'react';
import type { RouteObject } from 'react-router';
import type { Permission } from '@/shared/session/access';
import { useMay } from '@/shared/session/session-context';
import { Shell } from './layout/Shell';
import { ForbiddenPage } from './pages/ForbiddenPage';
import { HomePage } from './pages/HomePage';
import { NotFoundPage } from './pages/NotFoundPage';

function Guarded({ permission, page }: { permission: Permission; page: ReactElement }) {
  return useMay(permission) ? page : <ForbiddenPage />;
}

type Loader = () => Promise<{ default: ComponentType }>;

function page(path: string, permission: Permission, load: Loader): RouteObject {
  const Page = lazy(load);
  return { path, element: <Guarded permission={permission} page={<Page />} /> };
}

export const routes: RouteObject[] = [
  {
    element: <Shell />,
    children: [
      { index: true, element: <HomePage /> },
      page('gates', 'gateBoard', () => import('@/features/gates/pages/GateBoardPage')),
      page('incidents', 'incidents', () => import('@/features/incidents/pages/IncidentListPage')),
      page('incidents/:id', 'incidents', () => import('@/features/incidents/pages/IncidentPage')),
      page('devices', 'devices', () => import('@/features/devices/pages/DeviceListPage')),
      page('devices/register', 'keepDevices', () => import('@/features/devices/pages/RegisterDevicePage')),
      page('devices/import', 'keepDevices', () => import('@/features/imports/pages/ImportDevicesPage')),
      page('devices/:id', 'devices', () => import('@/features/devices/pages/DevicePage')),
      page('cabinets/:code?', 'cabinets', () => import('@/features/cabinets/pages/CabinetsPage')),
      page('permits', 'permits', () => import('@/features/permits/pages/PermitListPage')),
      page('permits/request', 'requestPermit', () => import('@/features/permits/pages/RequestPermitPage')),
      page('permits/:id', 'permits', () => import('@/features/permits/pages/PermitPage')),
      page('portals', 'portals', () => import('@/features/portals/pages/PortalsPage')),
      page('portals/:code/tuning', 'portals', () => import('@/features/portals/pages/PortalTuningPage')),
      page('desks', 'portals', () => import('@/features/desks/pages/DesksPage')),
      page('people', 'people', () => import('@/features/people/pages/PeoplePage')),
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];
