/** The head of a CSV file, enough to let somebody match its columns. */
export interface CsvPreview {
  columns: string[];
  /** The first value under each column. */
  sample: string[];
}

const HEAD_BYTES = 64 * 1024;

/** UTF-8 where it is valid, else GB18030, which Chinese spreadsheets still write. The server decides for itself again. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('gb18030').decode(bytes, { stream: true });
  }
}

/** The first `count` records, quoted fields with commas, quotes and line ends included. */
export function firstRecords(text: string, count: number): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let quoted = false;
  const endField = () => {
    record.push(field.trim());
    field = '';
  };
  const endRecord = () => {
    endField();
    if (record.some((value) => value !== '')) records.push(record);
    record = [];
  };
  for (let i = 0; i < text.length && records.length < count; i++) {
    const char = text.charAt(i);
    if (quoted && char === '"' && text[i + 1] === '"') field += text.charAt(i++);
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ',') endField();
    else if (!quoted && (char === '\n' || char === '\r')) endRecord();
    else field += char;
  }
  if (records.length < count && (field || record.length)) endRecord();
  return records;
}

/** Empty columns mean that there is no header to match. */
export async function previewOf(file: File): Promise<CsvPreview> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const [columns = [], sample = []] = firstRecords(decode(bytes).replace(/^\uFEFF/, ''), 2);
  return { columns: columns.filter((column) => column !== ''), sample };
}
