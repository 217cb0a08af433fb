/** Rows of cells out of what a customer sent: a workbook, a CSV, or text from a mail. */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { chooseDelimiter } from '#formats/csv/delimiter.ts';
import { decodeText } from '#formats/csv/encoding.ts';
import { splitText } from '#formats/csv/split.ts';
import { type OpenXlsxRefusal, type OpenedCell, openXlsx } from '#platform/files/open-xlsx.ts';
import type { UploadedFile } from '#platform/http/serve.ts';

/** Nobody lists more open documents of one account. */
const mostRows = 20_000;

export function textRows(text: string): (readonly string[])[] {
  return splitText(text, chooseDelimiter(text), mostRows).rows.map(({ cells }) => cells);
}

export async function fileRows({
  bytes,
}: UploadedFile): Promise<Outcome<(readonly string[])[], OpenXlsxRefusal>> {
  // A workbook is a zip: it begins with PK.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return accept(textRows(decodeText(bytes).text));
  const sheet = await openXlsx(bytes);
  if (!sheet.ok) return sheet;
  return accept(sheet.value.rows.slice(0, mostRows).map(({ cells }) => cells.map(cellText)));
}

function cellText(cell: OpenedCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return new Date(cell.time).toISOString().slice(0, 10);
  return String(cell);
}
