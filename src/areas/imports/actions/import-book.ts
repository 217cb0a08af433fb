/**
 * Takes a book in: companies, customers and accounts, documents, payments, applications,
 * orders, all in one transaction.
 *
 * A row that the ledger knows already is a duplicate and changes nothing. A row that does not
 * fit is a problem with its file and line; with problems nothing is stored unless the caller
 * accepts the good rows.
 */
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { inBulk } from '#platform/postgres/bulk.ts';
import { roughlyHeld } from '#areas/ledger/index.ts';
import { type ControlTotal, addUp } from '../rules/control-totals.ts';
import type { Kind } from '../rules/kinds.ts';
import type { FoundProblem } from '../rules/found-problem.ts';
import { insertBrought } from '../store/brought.ts';
import { type ImportedFile, insertImport } from '../store/imports.ts';
import { importDeskRecords } from './import-desk-records.ts';
import type { CompanyOutcome } from './import-company.ts';
import {
  type BookPart,
  type Taking,
  type TakingRefusal,
  chosenCompany,
  startTaking,
  takePart,
} from './take-part.ts';

export type ImportBook = BookPart & {
  readonly kind: Kind | 'book';
  /** The system the rows come from; outside ids are unique within it and the company. */
  readonly source: string;
  readonly files: readonly ImportedFile[];
  /** Further parts, each made when its turn comes; `rowsInAll` counts theirs as well. */
  readonly more?: Iterable<BookPart>;
  readonly rowsInAll?: number;
  /** Hears how many rows are recorded so far. */
  readonly progress?: (rows: number) => void;
  readonly company: string | undefined;
  /** The companies that whoever imports works for; a row of another one is not let in. */
  readonly within?: readonly string[];
  readonly currency: Currency | undefined;
  readonly acceptGood: boolean;
};

export type ImportOutcome = {
  readonly importId: Id;
  readonly kind: Kind | 'book';
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly skipped: number;
  readonly problems: readonly FoundProblem[];
  readonly controlTotals: readonly ControlTotal[];
  readonly created: {
    readonly customers: number;
    readonly accounts: number;
    readonly items: number;
  };
};

export type ImportRefusal = 'import.problems_found' | 'import.no_rows' | TakingRefusal;

/**
 * Refuses a file without a row, which is a torn one more often than an empty book, and
 * `import.problems_found` when rows do not fit and the good ones were not accepted;
 * `report` hears the outcome in either case.
 */
export async function importBook(
  context: Context,
  wish: ImportBook,
  report: (outcome: ImportOutcome) => void,
): Promise<Outcome<ImportOutcome, ImportRefusal>> {
  if ((wish.rowsInAll ?? wish.rows) === 0) return refuse('import.no_rows');
  const taking = await startTaking(context);
  const takeAll = async (): Promise<Outcome<undefined, TakingRefusal>> => {
    for (const part of allParts(wish)) {
      const taken = await takePart(context, wish, part, taking);
      if (!taken.ok) return taken;
      wish.progress?.(taking.came.rows);
    }
    return accept(undefined);
  };
  const much = await isMuch(context, wish.rowsInAll ?? wish.rows);
  const taken = await (much ? inBulk(context.tx, takeAll) : takeAll());
  if (!taken.ok) return taken;
  const desk = await importDeskRecords(context, {
    rows: taking.desk,
    chosen: chosenCompany(wish, taking),
    within: wish.within,
  });
  const outcome = outcomeOf(wish, taking, desk);
  const { importId, problems } = outcome;
  report(outcome);
  if (problems.length > 0 && !wish.acceptGood) {
    return refuse('import.problems_found', { count: problems.length });
  }
  await keep(
    context,
    wish,
    outcome,
    [...taking.companies.values()].map(({ companyId }) => companyId),
  );
  await insertBrought(context, importId, wish.source, desk.brought);
  return accept(outcome);
}

function* allParts({ more, ...first }: ImportBook): Generator<BookPart> {
  yield first;
  if (more) yield* more;
}

function outcomeOf(
  wish: ImportBook,
  { importId, outcomes, came }: Taking,
  desk: Awaited<ReturnType<typeof importDeskRecords>>,
): ImportOutcome {
  const sum = (pick: (outcome: CompanyOutcome) => number): number =>
    outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  return {
    importId,
    kind: wish.kind,
    rows: came.rows,
    accepted: sum((part) => part.accepted) + desk.brought.length,
    duplicates: sum((part) => part.duplicates) + desk.duplicates,
    skipped: came.skipped,
    problems: [
      ...came.problems,
      ...outcomes.flatMap((outcome) => outcome.problems),
      ...desk.problems,
    ],
    controlTotals: addUp(outcomes.flatMap((part) => part.controlTotals)),
    created: {
      customers: sum((part) => part.created.customers),
      accounts: sum((part) => part.created.accounts),
      items: sum((part) => part.created.items),
    },
  };
}

/** From so many rows on references may be proved as sets, which reads the whole ledger. */
const manyRows = 20_000;

/** Is it much beside what the ledger holds, so that proving all is less than checking each? */
async function isMuch(context: Context, rows: number): Promise<boolean> {
  return rows >= manyRows && rows * 4 >= (await roughlyHeld(context.tx));
}

async function keep(
  context: Context,
  wish: ImportBook,
  outcome: ImportOutcome,
  companyIds: readonly Id[],
): Promise<void> {
  // A file that brings nothing new leaves no trace but its audit row.
  if (outcome.accepted === 0 && outcome.problems.length === 0) return;
  const { importId } = outcome;
  const [only] = companyIds;
  await insertImport(context, {
    ...outcome,
    source: wish.source,
    files: wish.files,
    companyId: companyIds.length === 1 && only !== undefined ? only : null,
  });
  context.did({ what: 'import', id: importId, facts: { accepted: outcome.accepted } });
  await context.tell({
    name: 'imports.book_imported',
    accountId: null,
    payload: { importId, accepted: outcome.accepted },
  });
}
