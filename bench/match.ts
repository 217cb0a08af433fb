/**
 * `npm run bench -- match DIR`: the lines of a folder decided and held against their answers,
 * beside what most reconcilers do: the exact number with the exact amount.
 *
 * Only this bench reads the answers, and only to count; the command that decides never does.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '#formats/csv/read.ts';
import { decideSet } from '#areas/cash/commands/match-set.ts';
import { type MatchingSet, readMatchingSet } from '#areas/cash/commands/matching-set.ts';
import { type Decision } from '#areas/cash/rules/matching/model.ts';

type Say = (line: string) => void;
type Cell = (column: string) => string;

/** One answer in a form in which two answers can be compared: what is paid, what is left. */
type Answer = { readonly said: string; readonly links: ReadonlySet<string> };
type Scored = {
  readonly confidence: number;
  readonly right: boolean;
  readonly unattended: boolean;
  readonly amount: number;
  readonly given: ReadonlySet<string>;
  readonly truth: ReadonlySet<string>;
  readonly kind: string;
};

export function tellMatch(folder: string, say: Say): void {
  const set = readMatchingSet(folder);
  const truth = answersOf(folder);
  const began = performance.now();
  const decisions = decideSet(set);
  const seconds = (performance.now() - began) / 1000;
  const ours = scored(set, decisions.map(answerOf), decisions, truth);
  const naive = scored(set, naiveAnswers(set), null, truth);
  say(`${set.lines.length} lines, ${set.parts.openItems.length} open items, ${tenth(seconds)} s`);
  say('');
  say(row('', 'dunlin', 'number and amount'));
  for (const [name, figure] of figures) say(row(name, figure(ours), figure(naive)));
  say('');
  say(row('right, by what was done to the line', 'dunlin', 'number and amount'));
  for (const kind of [...new Set(ours.map((one) => one.kind))].toSorted()) {
    const of = (list: readonly Scored[]): Scored[] => list.filter((one) => one.kind === kind);
    say(row(`${kind} (${of(ours).length})`, accuracy(of(ours)), accuracy(of(naive))));
  }
}

const figures: readonly (readonly [string, (list: readonly Scored[]) => string])[] = [
  ['lines right', accuracy],
  ['links: precision', (list) => percent(...links(list, (one) => one.given))],
  ['links: recall', (list) => percent(...links(list, (one) => one.truth))],
  [
    'posted unattended',
    (list) => percent(list.filter((one) => one.unattended).length, list.length),
  ],
  ['of these right', (list) => accuracy(list.filter((one) => one.unattended))],
  ['of the money', (list) => percent(...money(list, (one) => one.unattended))],
  ['could be posted at 99.5 % right', (list) => percent(atPrecision(list).length, list.length)],
  ['of the money', postableMoney],
];

function postableMoney(list: readonly Scored[]): string {
  const postable = new Set(atPrecision(list));
  return percent(...money(list, (one) => postable.has(one)));
}

function scored(
  set: MatchingSet,
  answers: readonly Answer[],
  decisions: readonly Decision[] | null,
  truth: ReadonlyMap<string, Answer & { readonly kind: string }>,
): Scored[] {
  return set.lines.flatMap((line, at) => {
    const right = truth.get(line.id);
    const given = answers[at];
    const decision = decisions?.[at];
    if (!right || !given) return [];
    const amount = Number(line.amountMinor < 0n ? -line.amountMinor : line.amountMinor);
    const found = given.said !== 'nothing';
    return [
      {
        confidence: decision ? decision.confidence : found ? 1 : 0,
        unattended: decision ? decision.unattended : found,
        right: given.said === right.said,
        amount,
        given: given.links,
        truth: right.links,
        kind: right.kind,
      },
    ];
  });
}

function answerOf(decision: Decision): Answer {
  const [best] = decision.proposals;
  if (decision.kind === 'non_ar') return answer('non_ar', [], '');
  if (decision.kind === 'return') return answer(`return ${decision.returnOf[0] ?? ''}`, [], '');
  if (!best) return answer('nothing', [], '');
  const cash = best.allocations.map((one) => [one.itemId, String(one.cashMinor)] as const);
  return answer('apply', cash, String(best.onAccountMinor));
}

/** The exact number in the text and its exact amount: the whole of many a reconciler. */
function naiveAnswers(set: MatchingSet): Answer[] {
  const byNumber = new Map(set.parts.openItems.map((item) => [item.number, item]));
  const paid = new Set<string>();
  return set.lines.map(({ text, amountMinor }) => {
    const item = text
      .split(/[\s,;*\\]+/u)
      .map((word) => byNumber.get(word.replace('/RFB/', '')))
      .find((one) => one?.openMinor === amountMinor && !paid.has(one.id));
    if (!item) return answer('nothing', [], '');
    paid.add(item.id);
    return answer('apply', [[item.id, String(amountMinor)]], '0');
  });
}

function answer(
  outcome: string,
  cash: readonly (readonly [string, string])[],
  rest: string,
): Answer {
  const parts = cash.map(([item, minor]) => `${item} ${minor}`).toSorted();
  const said = outcome === 'apply' ? `${parts.join('; ')} + ${rest}` : outcome;
  return { said, links: new Set(cash.map(([item]) => item)) };
}

function answersOf(folder: string): Map<string, Answer & { readonly kind: string }> {
  const cash = new Map<string, [string, string][]>();
  for (const cell of rows(folder, 'truth.csv')) {
    const list = cash.get(cell('line_id')) ?? [];
    list.push([cell('doc_id'), cell('cash_cents')]);
    cash.set(cell('line_id'), list);
  }
  return new Map(
    rows(folder, 'truth_lines.csv').map((cell) => {
      const id = cell('line_id');
      const outcome = cell('outcome');
      const said =
        outcome === 'APPLY'
          ? 'apply'
          : outcome === 'RETURN'
            ? `return ${cell('reverses_line_id')}`
            : 'non_ar';
      const right = answer(said, cash.get(id) ?? [], cell('on_account_cents') || '0');
      return [id, { ...right, kind: cell('scenario') }];
    }),
  );
}

function rows(folder: string, file: string): Cell[] {
  const table = readCsv(readFileSync(path.join(folder, file)));
  return table.rows.map(
    ({ cells }) =>
      (column) =>
        cells[table.columns.indexOf(column)] ?? '',
  );
}

/** The most confident lines, as many as are together 99.5 % right. */
function atPrecision(list: readonly Scored[]): Scored[] {
  const sorted = list.filter((one) => one.confidence > 0).toSorted(byConfidence);
  let right = 0;
  let most = 0;
  for (const [at, one] of sorted.entries()) {
    if (one.right) right += 1;
    const ends = sorted[at + 1]?.confidence !== one.confidence;
    if (ends && right >= 0.995 * (at + 1)) most = at + 1;
  }
  return sorted.slice(0, most);
}

function byConfidence(a: Scored, b: Scored): number {
  return b.confidence - a.confidence;
}

function accuracy(list: readonly Scored[]): string {
  return percent(list.filter((one) => one.right).length, list.length);
}

function links(
  list: readonly Scored[],
  whole: (one: Scored) => ReadonlySet<string>,
): [number, number] {
  const both = list.reduce(
    (sum, one) => sum + [...one.given].filter((item) => one.truth.has(item)).length,
    0,
  );
  return [both, list.reduce((sum, one) => sum + whole(one).size, 0)];
}

function money(list: readonly Scored[], taken: (one: Scored) => boolean): [number, number] {
  const total = (some: readonly Scored[]): number => some.reduce((sum, one) => sum + one.amount, 0);
  return [total(list.filter(taken)), total(list)];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${tenth((100 * part) / whole)} %`;
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function row(name: string, ours: string, naive: string): string {
  return `${name.padEnd(38)}${ours.padStart(10)}${naive.padStart(20)}`;
}
