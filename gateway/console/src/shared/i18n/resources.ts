import enApp from '@/locales/en/app.json';
import enCabinets from '@/locales/en/cabinets.json';
import enCodes from '@/locales/en/codes.json';
import enCommon from '@/locales/en/common.json';
import enDesks from '@/locales/en/desks.json';
import enDevices from '@/locales/en/devices.json';
import enErrors from '@/locales/en/errors.json';
import enGates from '@/locales/en/gates.json';
import enImports from '@/locales/en/imports.json';
import enIncidents from '@/locales/en/incidents.json';
import enPeople from '@/locales/en/people.json';
import enPermits from '@/locales/en/permits.json';
import enPortals from '@/locales/en/portals.json';
import zhApp from '@/locales/zh-CN/app.json';
import zhCabinets from '@/locales/zh-CN/cabinets.json';
import zhCodes from '@/locales/zh-CN/codes.json';
import zhCommon from '@/locales/zh-CN/common.json';
import zhDesks from '@/locales/zh-CN/desks.json';
import zhDevices from '@/locales/zh-CN/devices.json';
import zhErrors from '@/locales/zh-CN/errors.json';
import zhGates from '@/locales/zh-CN/gates.json';
import zhImports from '@/locales/zh-CN/imports.json';
import zhIncidents from '@/locales/zh-CN/incidents.json';
import zhPeople from '@/locales/zh-CN/people.json';
import zhPermits from '@/locales/zh-CN/permits.json';
import zhPortals from '@/locales/zh-CN/portals.json';

const en = {
  app: enApp,
  cabinets: enCabinets,
  codes: enCodes,
  common: enCommon,
  desks: enDesks,
  devices: enDevices,
  errors: enErrors,
  gates: enGates,
  imports: enImports,
  incidents: enIncidents,
  people: enPeople,
  permits: enPermits,
  portals: enPortals,
};

// The annotation makes a key that Chinese lacks a compile error; the locale test finds what it has too much.
const zhCN: typeof en = {
  app: zhApp,
  cabinets: zhCabinets,
  codes: zhCodes,
  common: zhCommon,
  desks: zhDesks,
  devices: zhDevices,
  errors: zhErrors,
  gates: zhGates,
  imports: zhImports,
  incidents: zhIncidents,
  people: zhPeople,
  permits: zhPermits,
  portals: zhPortals,
};

export const resources = { en: { translation: en }, 'zh-CN': { translation: zhCN } };
