import aliases from './header-aliases.json';

export const IMPORT_FIELDS = [
  'ledgerNo',
  'kind',
  'classified',
  'level',
  'name',
  'manufacturer',
  'model',
  'serialNo',
  'diskSerialNo',
  'usbUniqueId',
  'departmentCode',
  'keeperNo',
  'cabinetCode',
  'tag.epc',
  'tag.tid',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const REQUIRED_FIELDS: readonly ImportField[] = [
  'kind',
  'level',
  'name',
  'manufacturer',
  'model',
  'serialNo',
  'departmentCode',
  'keeperNo',
];

/** Our field → the file's column. */
export type ColumnMapping = Partial<Record<ImportField, string>>;

const plain = (header: string) => header.toLowerCase().replaceAll(/[\s_\-.()（）/:：]/g, '');

/** Guesses by the usual headers in Chinese and English; each column serves one field. */
export function guessMapping(columns: readonly string[]): ColumnMapping {
  const mapping: ColumnMapping = {};
  const taken = new Set<string>();
  for (const field of IMPORT_FIELDS) {
    const known = new Set(aliases[field].map(plain));
    const column = columns.find((name) => !taken.has(name) && known.has(plain(name)));
    if (!column) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

/** The mapping as the API takes it: a column nobody wants has to be named, else the file is refused. */
export const mappingJson = (mapping: ColumnMapping, columns: readonly string[]) =>
  JSON.stringify({ ...mapping, ignore: columns.filter((column) => !Object.values(mapping).includes(column)) });

export const missingFields = (mapping: ColumnMapping) => REQUIRED_FIELDS.filter((field) => !mapping[field]);
