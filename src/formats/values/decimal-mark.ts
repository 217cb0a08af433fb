/**
 * Which mark separates the cents of a column of amounts: the point or the comma.
 *
 * `1.234,56` and `12,5` settle it; `1,234` may be one thousand or one and a bit, and a
 * column of nothing else settles nothing. Columns of one file vote together. Without any
 * evidence the answer is a question: a wrong guess is wrong by a factor of a thousand.
 */
import { type DecimalMark, bareAmount, isNoAmount } from './amounts.ts';

/** What the values of one column say about their decimal mark. */
export type MarkEvidence = {
  readonly point: number;
  readonly comma: number;
  /** Values that read well both ways, and differently. */
  readonly open: number;
  /** One of them, or any amount with a mark, for the question. */
  readonly example: string;
};

/** Most amounts of most files; told apart without taking them to pieces. */
const plainPoint = /^-?\d+\.\d{1,2}$/u;
const plainComma = /^-?\d+,\d{1,2}$/u;

/** Collects the evidence in a column. */
export function weighMarks(values: Iterable<string>): MarkEvidence {
  const tally = { point: 0, comma: 0, open: 0, example: '' };
  for (const text of values) {
    const evidence = markIn(text);
    if (evidence === '.') tally.point += 1;
    else if (evidence === ',') tally.comma += 1;
    else if (evidence === 'open') tally.open += 1;
    if (evidence === 'open' && tally.open === 1) tally.example = text.trim();
    if (evidence !== undefined && tally.example === '') tally.example = text.trim();
  }
  return tally;
}

/** The mark one value needs, `open` when either would do, undefined when it has none. */
function markIn(text: string): DecimalMark | 'open' | undefined {
  if (plainPoint.test(text)) return '.';
  if (plainComma.test(text)) return ',';
  if (!/[.,]/u.test(text) || isNoAmount(text)) return undefined;
  const digits = bareAmount(text)?.digits;
  if (digits === undefined) return undefined;
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points > 0 && commas > 0)
    return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  const mark = points > 0 ? '.' : ',';
  if (points + commas > 1) return other(mark);
  if (points + commas === 0) return undefined;
  const [whole = '', fraction = ''] = digits.split(mark);
  const groupLike = fraction.length === 3 && /^[1-9]\d{0,2}$/u.test(whole);
  return groupLike ? 'open' : mark;
}

function other(mark: DecimalMark): DecimalMark {
  return mark === '.' ? ',' : '.';
}

export type DecimalMarks<Key> = {
  readonly marks: ReadonlyMap<Key, DecimalMark>;
  /** Columns whose mark nothing decides, with an example of each. */
  readonly undecided: readonly { readonly column: Key; readonly example: string }[];
};

/**
 * Decides the mark of every amount column of a file: by its own evidence, else by the vote
 * of the others when they agree. A column without any mark has whole amounts.
 */
export function decideMarks<Key>(columns: ReadonlyMap<Key, MarkEvidence>): DecimalMarks<Key> {
  const verdicts = [...columns].map(([column, evidence]) => ({
    column,
    evidence,
    verdict: verdictOf(evidence),
  }));
  const votes = new Set(
    verdicts.map(({ verdict }) => verdict).filter((each) => each !== undefined),
  );
  const common = votes.size === 1 ? [...votes][0] : undefined;
  const marks = new Map<Key, DecimalMark>();
  const undecided: { column: Key; example: string }[] = [];
  for (const { column, evidence, verdict } of verdicts) {
    const torn = verdict === undefined && evidence.point + evidence.comma > 0;
    const mark = verdict ?? (torn ? undefined : common);
    if (mark !== undefined) marks.set(column, mark);
    else if (!torn && evidence.open === 0) marks.set(column, '.');
    else undecided.push({ column, example: evidence.example });
  }
  return { marks, undecided };
}

/** A few slips do not outweigh twenty times as many values. */
function verdictOf(evidence: MarkEvidence): DecimalMark | undefined {
  const { point, comma } = evidence;
  if (point > comma * 20) return '.';
  return comma > point * 20 ? ',' : undefined;
}
