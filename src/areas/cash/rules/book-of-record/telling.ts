/**
 * Telling the book of record: what it was not told yet, once, and answered for line by line.
 *
 *   fact of ours ──in a file──▶ told ──accepted──▶ done for ever
 *                                  └──rejected──▶ told again in a later file, under the same key
 *
 * A company has one book of record. Where that is ours, nothing is told. What was told is never
 * told differently: a correction is a further line.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type ToldState = 'told' | 'accepted' | 'rejected';

/** What is in no file yet, or came back rejected; in the order of the facts. */
export function linesToTell<Line extends { readonly key: string; readonly on: Day }>(
  lines: readonly Line[],
  told: ReadonlyMap<string, ToldState>,
): Line[] {
  return lines.filter(({ key }) => {
    const state = told.get(key);
    return state === undefined || state === 'rejected';
  });
}

export type ToldLine = { readonly lineNo: number; readonly state: ToldState };
export type LineAnswer = {
  readonly lineNo: number;
  readonly accepted: boolean;
  /** What the other system said; needed when it rejects. */
  readonly said: string;
};

export type AnswerRefusal =
  | 'cash.no_such_line'
  | 'cash.line_answered_already'
  | 'cash.rejection_says_why';

/** The answers that are new; the same answer again changes nothing. */
export function answerLines(
  lines: readonly ToldLine[],
  answers: readonly LineAnswer[],
): Outcome<LineAnswer[], AnswerRefusal> {
  const states = new Map(lines.map(({ lineNo, state }) => [lineNo, state]));
  const fresh: LineAnswer[] = [];
  for (const answer of answers) {
    const { lineNo, accepted, said } = answer;
    const state = states.get(lineNo);
    if (state === undefined) return refuse('cash.no_such_line', { line: lineNo });
    if (!accepted && said.trim() === '') return refuse('cash.rejection_says_why', { line: lineNo });
    const becomes = accepted ? 'accepted' : 'rejected';
    if (state === becomes) continue;
    if (state !== 'told') return refuse('cash.line_answered_already', { line: lineNo, state });
    states.set(lineNo, becomes);
    fresh.push(answer);
  }
  return accept(fresh);
}
