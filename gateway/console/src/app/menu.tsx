import {
  AlertOutlined,
  ApiOutlined,
  DashboardOutlined,
  FileProtectOutlined,
  InboxOutlined,
  LaptopOutlined,
  ScanOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Role } from '@/api/session';
import { allows, type Permission } from '@/shared/session/access';

export interface MenuEntry {
  path: string;
  key: 'gates' | 'incidents' | 'devices' | 'cabinets' | 'permits' | 'portals' | 'desks' | 'people';
  permission: Permission;
  icon: ReactNode;
}

const entries: readonly MenuEntry[] = [
  { path: '/gates', key: 'gates', permission: 'gateBoard', icon: <DashboardOutlined aria-hidden /> },
  { path: '/incidents', key: 'incidents', permission: 'incidents', icon: <AlertOutlined aria-hidden /> },
  { path: '/devices', key: 'devices', permission: 'devices', icon: <LaptopOutlined aria-hidden /> },
  { path: '/cabinets', key: 'cabinets', permission: 'cabinets', icon: <InboxOutlined aria-hidden /> },
  { path: '/permits', key: 'permits', permission: 'permits', icon: <FileProtectOutlined aria-hidden /> },
  { path: '/portals', key: 'portals', permission: 'portals', icon: <ApiOutlined aria-hidden /> },
  { path: '/desks', key: 'desks', permission: 'portals', icon: <ScanOutlined aria-hidden /> },
  { path: '/people', key: 'people', permission: 'people', icon: <TeamOutlined aria-hidden /> },
];

export const menuOf = (roles: readonly Role[]): MenuEntry[] =>
  entries.filter(({ permission }) => allows(roles, permission));

const FIRST_PAGE: readonly [Permission, string][] = [
  ['keepPortals', '/cabinets'],
  ['devices', '/devices'],
  ['gateBoard', '/gates'],
  ['people', '/people'],
];

/** Where somebody's work begins: a guard's at the gates, a registrar's in the ledger. Null for roles without a page yet. */
export function homeOf(roles: readonly Role[]): string | null {
  return FIRST_PAGE.find(([permission]) => allows(roles, permission))?.[1] ?? null;
}
