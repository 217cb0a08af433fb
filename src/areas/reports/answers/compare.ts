/** Two moments compared, as data: who changed by how much, the buckets, the rows of a figure. */
import type { Instant } from '#kernel/instant.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { bucketLabel, bucketLabels } from '#areas/ledger/rules/aging.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompareRow, ComparedItem, compare, compareBuckets } from '../contract/compare.ts';
import { type BucketSums, bucketMovement, sumOfBuckets } from '../rules/bucket-movement.ts';
import type { ChangeSums, Moment, Moments } from '../rules/compare.ts';
import { type BucketQuestion, bucketCells } from '../store/compare-buckets.ts';
import {
  type ComparedRow,
  type AppliedPart,
  type RowsPage,
  type RowsQuestion,
  comparedRows,
} from '../store/compare-rows.ts';
import {
  type CompareLine,
  type ComparePage,
  type CompareQuestion,
  compareLines,
} from '../store/compare.ts';

export type CompareAnswer = Omit<AnswerOf<typeof compare>, 'nextCursor'>;
export type BucketsAnswer = AnswerOf<typeof compareBuckets>;
export type RowsAnswer = {
  readonly rows: ComparedItem[];
  readonly sums: { currency: string; amount: string }[];
  readonly count: number;
};

/** The lines asked for and the totals of everybody, by currency. */
export async function readCompare(
  db: Queries,
  question: CompareQuestion,
  page: ComparePage,
  now: Instant,
): Promise<CompareAnswer> {
  const { lines, totals } = await compareLines(db, question, page);
  return {
    ...moments(question, now),
    by: question.by,
    rows: lines.map((line) => row(line, question)),
    totals: totals.map((total) => ({
      currency: currency(total.currency),
      ...sums(total, total.currency),
      changed: total.changed,
      unchanged: total.unchanged,
      still: text(total.still, total.currency),
    })),
    count: totals.reduce((count, { changed }) => count + changed, 0),
  };
}

function row(line: CompareLine, { by }: CompareQuestion): CompareRow {
  return {
    key: line.key,
    accountId: by === 'account' ? line.key : null,
    account: line.account,
    customer: line.customer,
    name: line.name ?? '',
    company: line.company,
    collector: line.collector,
    currency: currency(line.currency),
    ...sums(line, line.currency),
    facts: line.facts,
  };
}

function sums(line: ChangeSums, code: string) {
  return {
    opening: text(line.opening, code),
    invoiced: text(line.invoiced, code),
    cash: text(line.cash, code),
    credits: text(line.credits, code),
    writeOffs: text(line.writeOffs, code),
    moved: text(line.moved, code),
    corrections: text(line.corrections, code),
    late: text(line.late, code),
    closing: text(line.closing, code),
    change: text(line.closing - line.opening, code),
  };
}

/** How each currency's buckets moved. */
export async function readBuckets(
  db: Queries,
  question: BucketQuestion,
  now: Instant,
): Promise<BucketsAnswer> {
  const cells = await bucketCells(db, question);
  const labels = [...bucketLabels(question.edges), 'unapplied'];
  const currencies = [...new Set(cells.map((cell) => cell.currency))].toSorted();
  return {
    ...moments(question, now),
    basis: question.basis,
    currencies: currencies.map((code) => {
      const mine = cells.filter((cell) => cell.currency === code);
      const lines = bucketMovement(mine, labels.length - 1);
      return {
        currency: currency(code),
        buckets: lines.map((line, at) => ({ bucket: labels[at] ?? '', ...bucket(line, code) })),
        total: bucket(sumOfBuckets(lines), code),
      };
    }),
  };
}

function bucket(line: BucketSums, code: string) {
  return {
    opening: text(line.opening, code),
    added: text(line.added, code),
    rolledIn: text(line.rolledIn, code),
    rolledOut: text(line.rolledOut, code),
    settled: text(line.settled, code),
    reopened: text(line.reopened, code),
    closing: text(line.closing, code),
  };
}

/** A figure opened: its rows, the largest first, and what all of them add up to. */
export async function readRows(
  db: Queries,
  question: RowsQuestion,
  page: RowsPage,
): Promise<RowsAnswer> {
  const found = await comparedRows(db, question, page);
  return {
    rows: found.rows.map((each) => item(each, question)),
    sums: found.sums.map(({ currency: code, amount }) => ({
      currency: code,
      amount: text(amount, code),
    })),
    count: found.count,
  };
}

function item(
  each: ComparedRow & { applied: AppliedPart[] },
  question: RowsQuestion,
): ComparedItem {
  const { currency: code, open_before: before, open_after: after } = each;
  return {
    accountId: each.account_id,
    account: each.account,
    name: each.name,
    company: each.company,
    itemId: each.item_id,
    document: each.number,
    kind: each.kind,
    entryKind: each.entry_kind,
    column: each.change,
    currency: currency(code),
    dueOn: each.due_on,
    effectiveOn: each.effective_on,
    recordedAt: each.recorded_at,
    late: each.late,
    amount: text(each.amount, code),
    before: before === null ? null : text(before, code),
    after: after === null ? null : text(after, code),
    fromBucket: bucketName(each.from_bucket, each, question),
    toBucket: bucketName(each.to_bucket, each, question),
    applied: each.applied.map(({ document, amount }) => ({ document, amount: text(amount, code) })),
  };
}

function bucketName(
  index: number | null,
  { open_before: before }: ComparedRow,
  { edges }: RowsQuestion,
): string | null {
  if (before === null) return null;
  return index === null ? 'unapplied' : bucketLabel(edges, index);
}

function moments({ from, to }: Moments, now: Instant) {
  const said = ({ asOf, knownAt }: Moment) => ({ asOf, knownAt: knownAt ?? now });
  return { from: said(from), to: said(to) };
}

function text(minor: bigint, code: string): string {
  return formatMoney(money(minor, code));
}
