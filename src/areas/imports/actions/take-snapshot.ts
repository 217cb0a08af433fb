/**
 * Takes a complete open-item file in: afterwards our open items of this company and source are
 * the file's.
 *
 * All in one transaction: the file is compared with the book as a set, what differs is posted,
 * and what was found is reported before anything is refused, so that a preview and a refusal
 * show the same numbers. A file that would close too much asks; one that is empty, cut off or
 * older than the last one is not taken in at all.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import { type Outcome, type Refused, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Company } from '#areas/team/index.ts';
import { addUp } from '../rules/control-totals.ts';
import { type Incoming, byCompany, defaultCompany, leavesCompanyOpen } from '../rules/incoming.ts';
import {
  type Covers,
  type Figure,
  type FoundSum,
  type SnapshotRefusal,
  type SnapshotTotal,
  assertBalanced,
  mayFollow,
  objectionToClosing,
  totalsOf,
} from '../rules/snapshot.ts';
import { type OpenRow, type Unread, onlyRows, openRows } from '../rules/snapshot-rows.ts';
import { insertImport } from '../store/imports.ts';
import {
  type Exception,
  compareSnapshot,
  differences,
  exceptions,
  foundSums,
  newRows,
} from '../store/snapshot-diff.ts';
import { insertSnapshot, lastSnapshot } from '../store/snapshots.ts';
import { type ImportBook, type ImportOutcome, type ImportRefusal } from './import-book.ts';
import { findOrFound, realCompanies } from './take-part.ts';
import { type CompanyOutcome, importCompany } from './import-company.ts';
import { type PostedChanges, keepClosings, postDifferences } from './post-differences.ts';

export type TakeSnapshot = ImportBook & {
  readonly asOf: Day;
  /** So many closings were seen and confirmed; they are asked for when they are many. */
  readonly confirmClosing: number | undefined;
  readonly unread: Unread;
};

/** What was found of one company, whether or not it was taken in. */
export type SnapshotPart = {
  readonly company: string;
  readonly covers: Covers;
  readonly last: Day | null;
  readonly totals: readonly SnapshotTotal[];
  readonly exceptions: readonly Exception[];
  /** Items that would be closed. */
  readonly closes: number;
};

export type SnapshotOutcome = ImportOutcome & {
  readonly snapshot: {
    readonly source: string;
    readonly asOf: Day;
    readonly parts: readonly SnapshotPart[];
    /** Why it is not taken in, or what it asks first. */
    readonly asks: Refused<string> | null;
  };
};

export type TakeSnapshotRefusal = ImportRefusal | SnapshotRefusal | 'snapshot.only_items';

/** `report` hears the outcome also when the snapshot is refused. */
export async function takeSnapshot(
  context: Context,
  wish: TakeSnapshot,
  report: (outcome: SnapshotOutcome) => void,
): Promise<Outcome<SnapshotOutcome, TakeSnapshotRefusal>> {
  if (wish.kind !== 'items') return refuse('snapshot.only_items', { kind: wish.kind });
  const real = await realCompanies(context);
  if (wish.company === undefined && real.length > 1 && leavesCompanyOpen(wish.incoming)) {
    return refuse('import.company_not_chosen', { companies: real.join(', ') });
  }
  const split = byCompany(wish.incoming, wish.company ?? real[0] ?? defaultCompany);
  const foreign = [...split.keys()].find((code) => wish.within?.includes(code) === false);
  if (foreign !== undefined) return refuse('team.no_such_company', { company: foreign });
  if (split.size === 0) return refuse('snapshot.file_empty');
  const importId = context.newId();
  const taken: Taken[] = [];
  let refused: Refused<TakeSnapshotRefusal> | undefined;
  for (const [code, incoming] of split) {
    const company = await findOrFound(context, code, incoming, wish.currency);
    const part = await takePart(context, wish, { company, incoming, importId });
    if (!part.ok) return part;
    taken.push(part.value);
    refused ??= part.value.refused;
  }
  const outcome = outcomeOf(wish, importId, taken);
  const problems = outcome.problems.length;
  if (problems > 0 && !wish.acceptGood) {
    refused = refuse('import.problems_found', { count: problems });
  }
  const answer = { ...outcome, snapshot: { ...outcome.snapshot, asks: refused ?? null } };
  report(answer);
  if (refused) return refused;
  await keep(context, wish, answer, taken);
  return accept(answer);
}

type Taken = {
  readonly company: Company;
  readonly part: SnapshotPart;
  readonly brought: CompanyOutcome | undefined;
  readonly changes: PostedChanges | undefined;
  readonly unchanged: number;
  /** Nothing moved and the day is the last one's: it leaves no trace. */
  readonly idle: boolean;
  readonly refused: Refused<SnapshotRefusal> | undefined;
};

async function takePart(
  context: Context,
  wish: TakeSnapshot,
  given: { readonly company: Company; readonly incoming: Incoming; readonly importId: Id },
): Promise<Outcome<Taken, SnapshotRefusal>> {
  const { tx, today } = context;
  const { company, incoming, importId } = given;
  const { companyId } = company;
  const last = await lastSnapshot(tx, companyId, wish.source);
  const follows = mayFollow(wish.asOf, today, last?.asOf);
  if (!follows.ok) return follows;
  const rows = openRows(incoming);
  const credits = rows.some(({ open }) => open < 0n) || last?.covers === 'all';
  const covers = credits ? 'all' : 'debits';
  const unread = wish.unread.cells;
  await compareSnapshot(tx, rows, { companyId, source: wish.source, covers, last, unread });
  const sums = await foundSums(tx);
  const totals = totalsOf(sums, fileTotals(rows));
  assertBalanced(totals);
  const part: SnapshotPart = {
    company: company.code,
    covers,
    last: last?.asOf ?? null,
    totals,
    exceptions: await exceptions(tx),
    closes: countOf(sums, 'vanished'),
  };
  const idle = wish.asOf === last?.asOf && sums.every(({ finding }) => isIdle(finding));
  const unchanged = countOf(sums, 'unchanged');
  const seen = { company, part, unchanged, idle, brought: undefined, changes: undefined };
  const refused = objectionToClosing(sums, wish.unread, wish.confirmClosing);
  if (refused) return accept({ ...seen, refused });
  const differing = await differences(tx);
  const fresh = onlyRows(rows, await newRows(tx));
  const source = { company, source: wish.source, importId };
  const brought = await importCompany(context, { ...source, incoming: fresh });
  const changes = await postDifferences(context, {
    ...source,
    asOf: wish.asOf,
    rows,
    incoming,
    differing,
  });
  if (!changes.ok) return changes;
  return accept({ ...seen, refused: undefined, brought, changes: changes.value });
}

function isIdle(finding: FoundSum['finding']): boolean {
  return finding === 'unchanged' || finding === 'unread' || finding === 'reserved';
}

function countOf(sums: readonly FoundSum[], finding: FoundSum['finding']): number {
  return sums
    .filter((sum) => sum.finding === finding)
    .reduce((total, { count }) => total + count, 0);
}

function fileTotals(rows: readonly OpenRow[]): Map<Currency, Figure> {
  const totals = new Map<Currency, Figure>();
  for (const { currency, open } of rows) {
    const sum = totals.get(currency) ?? { count: 0, amount: 0n };
    totals.set(currency, { count: sum.count + 1, amount: sum.amount + open });
  }
  return totals;
}

function outcomeOf(wish: TakeSnapshot, importId: Id, taken: readonly Taken[]): SnapshotOutcome {
  const sum = (pick: (part: Taken) => number): number =>
    taken.reduce((total, part) => total + pick(part), 0);
  return {
    importId,
    kind: wish.kind,
    rows: wish.rows,
    accepted: sum(({ brought, changes }) => (brought?.accepted ?? 0) + (changes?.count ?? 0)),
    duplicates: sum(({ unchanged }) => unchanged),
    skipped: wish.skipped,
    problems: [...wish.problems, ...taken.flatMap(({ brought }) => brought?.problems ?? [])],
    controlTotals: addUp(taken.flatMap(({ brought }) => brought?.controlTotals ?? [])),
    created: {
      customers: sum(({ brought }) => brought?.created.customers ?? 0),
      accounts: sum(({ brought }) => brought?.created.accounts ?? 0),
      items: sum(({ brought }) => brought?.created.items ?? 0),
    },
    snapshot: {
      source: wish.source,
      asOf: wish.asOf,
      parts: taken.map(({ part }) => part),
      asks: null,
    },
  };
}

async function keep(
  context: Context,
  wish: TakeSnapshot,
  outcome: SnapshotOutcome,
  taken: readonly Taken[],
): Promise<void> {
  const news = taken.filter(({ idle }) => !idle);
  if (news.length === 0 && outcome.problems.length === 0) return;
  const { importId, accepted } = outcome;
  const [only] = taken;
  const companyId = taken.length === 1 && only ? only.company.companyId : null;
  const { source, files, asOf } = wish;
  await insertImport(context, { ...outcome, source, files, companyId });
  for (const { company, part, changes } of news) {
    await insertSnapshot(context, {
      importId,
      companyId: company.companyId,
      source,
      asOf,
      covers: part.covers,
      totals: part.totals.map(({ currency, file }) => ({
        currency,
        count: file.count,
        minor: String(file.amount),
      })),
      exceptions: part.exceptions,
    });
    if (changes) await keepClosings(context, importId, changes);
    context.did({
      what: 'snapshot',
      id: importId,
      facts: { company: company.code, asOf, closed: part.closes, source },
    });
  }
  await context.tell({
    name: 'imports.book_imported',
    accountId: null,
    payload: { importId, accepted },
  });
}
