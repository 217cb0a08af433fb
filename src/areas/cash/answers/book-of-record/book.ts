/** The book of record as the wire and the command line tell it. */
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { bookOfRecord, postingFile } from '../../contract/book-of-record.ts';
import { linesToTell } from '../../rules/book-of-record/telling.ts';
import { bookOf } from '../../store/book-of-record/book.ts';
import { postingFacts } from '../../store/book-of-record/facts.ts';
import {
  type OfFile,
  linesOfFile,
  onePostingFile,
  postingFiles,
  toldOf,
} from '../../store/book-of-record/files.ts';
import { told } from '../closing/day.ts';

export type BookAnswer = AnswerOf<typeof bookOfRecord>;

export async function readBook(
  db: Queries,
  { companyId, code }: { readonly companyId: Id; readonly code: string },
  { limit, language }: { readonly limit: number; readonly language: Language },
): Promise<BookAnswer> {
  const named = await bookOf(db, companyId);
  const files = await postingFiles(db, companyId, limit);
  const tells = named !== undefined && named.system !== 'ours';
  const facts = tells ? await postingFacts(db, companyId, named.since) : [];
  return {
    company: code,
    book: bookAlone(named),
    since: named?.since ?? null,
    waiting: linesToTell(facts, await toldOf(db, companyId)).length,
    files: files.map((file) => ({ ...file, by: actorName(file.by, language) })),
  };
}

/** The wire's columns may be written to; the store's are not. */
function bookAlone(named: Awaited<ReturnType<typeof bookOf>>): BookAnswer['book'] {
  if (!named || named.system === 'ours') return { system: 'ours', settings: null };
  if (named.system === 'oracle') return { system: 'oracle', settings: named.settings };
  if (named.system === 'dynamics') return { system: 'dynamics', settings: named.settings };
  const { columns, ...settings } = named.settings;
  return { system: 'csv', settings: { ...settings, columns: [...columns] } };
}

/** Undefined when the company has no such file. */
export async function readPostingFile(
  db: Queries,
  which: OfFile,
  language: Language,
): Promise<AnswerOf<typeof postingFile> | undefined> {
  const file = await onePostingFile(db, which);
  if (!file) return undefined;
  const lines = await linesOfFile(db, which.fileId);
  return {
    file: { ...file, by: actorName(file.by, language) },
    lines: lines.map(({ amountMinor, ...line }) => ({
      ...line,
      amount: told(amountMinor, line.currency),
    })),
  };
}
