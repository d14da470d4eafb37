import type { Level } from './common';

export interface Department {
  code: string;
  name: string;
}

export interface Person {
  personNo: string;
  name: string;
  departmentCode: string;
  post?: string | null;
  clearance: Level;
  username?: string | null;
}
