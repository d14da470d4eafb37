import type { components } from './generated/personnel';

type Schemas = components['schemas'];

export type Department = Schemas['DepartmentView'];
export type NewDepartment = Schemas['DepartmentBody'];
export type Person = Schemas['PersonView'];
export type NewPerson = Schemas['PersonBody'];
