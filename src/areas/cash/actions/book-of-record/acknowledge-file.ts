/**
 * Writes down what the other system answered, line by line. A refused line is told again in the
 * next file, under the same key; an accepted one never.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type AnswerRefusal,
  type LineAnswer,
  answerLines,
} from '../../rules/book-of-record/telling.ts';
import { lockBook } from '../../store/book-of-record/book.ts';
import {
  type OfFile,
  insertAnswers,
  linesOfFile,
  onePostingFile,
} from '../../store/book-of-record/files.ts';

export type AcknowledgeFile = OfFile & {
  readonly answers: readonly LineAnswer[];
  /** Every line that the answers do not name and that waits was accepted. */
  readonly restAccepted: boolean;
};
export type Acknowledged = { readonly accepted: number; readonly rejected: number };

export async function acknowledgePostingFile(
  context: Context,
  wish: AcknowledgeFile,
): Promise<Outcome<Acknowledged, AnswerRefusal | 'cash.no_such_posting_file'>> {
  const { tx } = context;
  await lockBook(tx, wish.companyId);
  const file = await onePostingFile(tx, wish);
  if (!file) return refuse('cash.no_such_posting_file');
  const lines = await linesOfFile(tx, wish.fileId);
  const named = new Set(wish.answers.map(({ lineNo }) => lineNo));
  const rest = lines
    .filter(({ lineNo, state }) => wish.restAccepted && state === 'told' && !named.has(lineNo))
    .map(({ lineNo }) => ({ lineNo, accepted: true, said: '' }));
  const fresh = answerLines(lines, [...wish.answers, ...rest]);
  if (!fresh.ok) return fresh;
  await insertAnswers(context, wish, fresh.value);
  const accepted = fresh.value.filter((answer) => answer.accepted).length;
  const done = { accepted, rejected: fresh.value.length - accepted };
  context.did({ what: 'posting file answered', id: file.fileId, facts: done });
  return accept(done);
}
