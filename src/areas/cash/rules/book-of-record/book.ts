/**
 * The book of record that a company named, and the posting file as that system reads it.
 *
 * Where the book is ours no file is made. The settings belong to the system: naming another
 * system names its settings anew.
 */
import type { Day } from '#kernel/day.ts';
import {
  type DynamicsJournal,
  writeDynamicsJournal,
} from '#formats/posting-file/dynamics-journal.ts';
import { type CsvMapping, writeMappedCsv } from '#formats/posting-file/mapped-csv.ts';
import { type OracleLockbox, writeOracleLockbox } from '#formats/posting-file/oracle-lockbox.ts';
import type { PostingFile, PostingLine } from '#formats/posting-file/posting-line.ts';

export { mappedFields, standardMapping } from '#formats/posting-file/mapped-csv.ts';
export { byHandByKind, postingLineKinds } from '#formats/posting-file/posting-line.ts';
export type { PostingLine } from '#formats/posting-file/posting-line.ts';

export const bookSystems = ['ours', 'csv', 'oracle', 'dynamics'] as const;

/** Books that are told. */
export type OtherBook =
  | { readonly system: 'csv'; readonly settings: CsvMapping }
  | { readonly system: 'oracle'; readonly settings: OracleLockbox }
  | { readonly system: 'dynamics'; readonly settings: DynamicsJournal };
export type Book = { readonly system: 'ours'; readonly settings: null } | OtherBook;

/** Which file of the company it is, and on which day it is made. */
export type FileNumber = { readonly company: string; readonly number: number; readonly on: Day };

/** The file for the company's other book. */
export function writePostingFile(
  book: OtherBook,
  lines: readonly PostingLine[],
  { company, number, on }: FileNumber,
): PostingFile {
  if (book.system === 'csv') return writeMappedCsv(lines, book.settings);
  if (book.system === 'oracle') return writeOracleLockbox(lines, book.settings, on);
  return writeDynamicsJournal(lines, book.settings, `${company}-${number}`);
}

/** What the file is called; no two of a company are called the same. */
export function fileNameOf({ system }: OtherBook, { company, number, on }: FileNumber): string {
  return `postings-${company}-${on}-${number}.${system === 'oracle' ? 'dat' : 'csv'}`;
}
