/**
 * The other system's answer as a file: `line,accepted` or `line,rejected,what it said`, one a row.
 *
 * Only these two words are an answer: a row that says anything else is refused by its number,
 * because a guess here would leave money untold.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { LineAnswer } from './telling.ts';

/** Empty rows and a header are passed over. */
export function readAnswers(text: string): Outcome<LineAnswer[], 'cash.answer_unreadable'> {
  const answers: LineAnswer[] = [];
  for (const [index, row] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (row.trim() === '' || (index === 0 && /^\D/u.test(row))) continue;
    const found = /^\s*(\d{1,9})\s*,\s*(accepted|rejected)\s*(?:,(.*))?$/iu.exec(row);
    if (!found) return refuse('cash.answer_unreadable', { row: index + 1 });
    const [, lineNo, word, said = ''] = found;
    answers.push({
      lineNo: Number(lineNo),
      accepted: word?.toLowerCase() === 'accepted',
      said: said.trim().replace(/^"(.*)"$/u, '$1'),
    });
  }
  return accept(answers);
}
