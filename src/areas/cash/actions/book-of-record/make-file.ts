/**
 * Makes the next posting file: every fact that the other book was not told or refused, once.
 *
 * Two who make one at once wait for each other, and the second finds what the first left. What is
 * posted meanwhile is in the file after.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type PostingLine,
  byHandByKind,
  fileNameOf,
  writePostingFile,
} from '../../rules/book-of-record/book.ts';
import { linesToTell } from '../../rules/book-of-record/telling.ts';
import { bookOf, lockBook } from '../../store/book-of-record/book.ts';
import { postingFacts } from '../../store/book-of-record/facts.ts';
import { countFiles, insertPostingFile, toldOf } from '../../store/book-of-record/files.ts';

export type MadePostingFile = {
  readonly fileId: Id;
  readonly fileName: string;
  readonly lines: number;
  /** Of them, what the layout has no words for. */
  readonly byHand: number;
  /** The same by kind: what a person enters in the other system. */
  readonly untold: { kind: PostingLine['kind']; count: number }[];
};

export async function makePostingFile(
  context: Context,
  { companyId, code }: { readonly companyId: Id; readonly code: string },
): Promise<Outcome<MadePostingFile, 'cash.book_is_ours' | 'cash.nothing_to_tell'>> {
  const { tx, today } = context;
  await lockBook(tx, companyId);
  const book = await bookOf(tx, companyId);
  if (!book || book.system === 'ours') return refuse('cash.book_is_ours', { company: code });
  const facts = await postingFacts(tx, companyId, book.since);
  const lines = linesToTell(facts, await toldOf(tx, companyId));
  if (lines.length === 0) return refuse('cash.nothing_to_tell', { company: code });
  const number = { company: code, number: (await countFiles(tx, companyId)) + 1, on: today };
  const written = writePostingFile(book, lines, number);
  const { text: content, carried, byHand } = written;
  const fileId = context.newId();
  const fileName = fileNameOf(book, number);
  const rows = new Map(carried.map(({ key, row }) => [key, row]));
  const { system } = book;
  await insertPostingFile(context, { companyId, fileId, system, fileName, content, lines, rows });
  const made = { lines: lines.length, byHand: byHand.length };
  context.did({ what: 'posting file', id: fileId, facts: { file: fileName, ...made } });
  return accept({ fileId, fileName, ...made, untold: byHandByKind(lines, written) });
}
