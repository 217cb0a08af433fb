/** Original invoices for tests: a small, whole PDF, and a book whose invoices have numbers. */
import { importBook } from '#areas/imports/actions/import-book.ts';
import { bookOf, lookAt, openFile } from '#areas/imports/answers/open-files.ts';
import { type Context, type Desk, accepted, perform } from '#platform/action.ts';

/** A PDF of one page; the text makes its bytes its own. */
export function samplePdf(text: string): Uint8Array {
  const lines = [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj',
    `% ${text}`,
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

/** Takes a table in as the desk does; it must fit. */
export async function takeTable(
  desk: Desk,
  name: string,
  lines: readonly string[],
  company?: string,
): Promise<void> {
  const opened = await openFile({ name, bytes: Buffer.from(lines.join('\n')) });
  const looked = lookAt([accepted(opened)], {}, undefined);
  const doing = {
    action: 'imports.import_book',
    actor: { ref: 'job:test', memberId: null },
    reason: 'for the test',
    input: name,
  };
  const book = {
    ...bookOf(looked, desk.clock.today()),
    company,
    currency: undefined,
    acceptGood: false,
  };
  accepted(await perform(desk, doing, (context: Context) => importBook(context, book, () => {})));
}

/** Two accounts with three invoices; 1004 is a number of both. */
export const twoAccounts: readonly string[] = [
  'Document ID,Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Currency,Open Amount',
  'D1,NORTH,North Mills,INV-1004,2026-10-01,2026-10-31,USD,500.00',
  'D2,NORTH,North Mills,1004,2026-10-01,2026-10-31,USD,250.00',
  'D3,SOUTH,South Mills,1004,2026-10-01,2026-10-31,USD,125.00',
];
