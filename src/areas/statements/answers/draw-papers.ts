/** Draws papers and counts their pages in the PDF itself, where each has one such object. */
import { statementPapers } from '#areas/invoices/index.ts';
import type { Draw } from '../actions/make-papers.ts';

export const drawPapers: Draw = async (contents) =>
  (await statementPapers(contents)).map((bytes) => ({ bytes, pages: pagesIn(bytes) }));

function pagesIn(bytes: Uint8Array): number {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 1
  );
}
