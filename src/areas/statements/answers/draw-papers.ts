/** Draws papers and counts their pages in the PDF itself, where each has one such object. */
import { statementPapers } from '#areas/invoices/index.ts';
import type { Drawn } from '../actions/make-invoices.ts';
import type { Draw } from '../actions/make-papers.ts';
import { invoiceFile } from './invoice-file.ts';

export const drawPapers: Draw = {
  statements: async (contents) => (await statementPapers(contents)).map(counted),
  async invoice(written) {
    const made = await invoiceFile(written, 'pdf');
    return made.ok && typeof made.value.body !== 'string' ? counted(made.value.body) : null;
  },
};

function counted(bytes: Uint8Array): Drawn {
  const pages = Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/gu);
  return { bytes, pages: pages?.length ?? 1 };
}
