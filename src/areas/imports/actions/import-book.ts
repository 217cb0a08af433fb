/**
 * Takes a book in: companies, customers and accounts, documents, payments, applications,
 * orders, all in one transaction.
 *
 * A row that the ledger knows already is a duplicate and changes nothing. A row that does not
 * fit is a problem with its file and line; with problems nothing is stored unless the caller
 * accepts the good rows.
 */
import type { Id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { inBulk } from '#platform/postgres/bulk.ts';
import { roughlyHeld } from '#areas/ledger/index.ts';
import { type Company, companyByCode, companies, insertCompany } from '#areas/team/index.ts';
import {
  type Incoming,
  byCompany,
  defaultCompany,
  leavesCompanyOpen,
  mainCurrency,
} from '../rules/incoming.ts';
import { type ControlTotal, addUp } from '../rules/control-totals.ts';
import type { Kind } from '../rules/kinds.ts';
import type { FoundProblem } from '../rules/found-problem.ts';
import type { DeskRow } from '../rules/desk-record.ts';
import { insertBrought } from '../store/brought.ts';
import { type ImportedFile, insertImport } from '../store/imports.ts';
import { importDeskRecords } from './import-desk-records.ts';
import { type CompanyOutcome, importCompany } from './import-company.ts';

export type ImportBook = {
  readonly kind: Kind | 'book';
  /** The system the rows come from; outside ids are unique within it and the company. */
  readonly source: string;
  readonly files: readonly ImportedFile[];
  readonly incoming: Incoming;
  /** The desk's own records, which come after the accounts and invoices they are about. */
  readonly desk?: readonly DeskRow[];
  /** Rows in the files, the ones left out on purpose, and what was wrong before the ledger. */
  readonly rows: number;
  readonly skipped: number;
  readonly problems: readonly FoundProblem[];
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

export type ImportRefusal =
  | 'import.problems_found'
  | 'import.no_rows'
  | 'import.company_not_chosen'
  | 'team.no_such_company';

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
  if (wish.rows === 0) return refuse('import.no_rows');
  const importId = context.newId();
  const real = await realCompanies(context);
  if (
    wish.company === undefined &&
    real.length > 1 &&
    (leavesCompanyOpen(wish.incoming) || leavesDeskOpen(wish.desk))
  ) {
    return refuse('import.company_not_chosen', { companies: real.join(', ') });
  }
  const chosen = wish.company ?? real[0] ?? defaultCompany;
  const parts = byCompany(wish.incoming, chosen);
  const foreign = [...parts.keys()].find((code) => wish.within?.includes(code) === false);
  if (foreign !== undefined) return refuse('team.no_such_company', { company: foreign });
  const outcomes: (CompanyOutcome & { readonly company: Company })[] = [];
  const takeParts = async (): Promise<void> => {
    for (const [code, incoming] of parts) {
      const company = await findOrFound(context, code, incoming, wish.currency);
      const part = { company, source: wish.source, importId, incoming };
      outcomes.push({ company, ...(await importCompany(context, part)) });
    }
  };
  await ((await isMuch(context, wish.rows)) ? inBulk(context.tx, takeParts) : takeParts());
  const desk = await importDeskRecords(context, {
    rows: wish.desk ?? [],
    chosen,
    within: wish.within,
  });
  const problems = [
    ...wish.problems,
    ...outcomes.flatMap((outcome) => outcome.problems),
    ...desk.problems,
  ];
  const sum = (pick: (outcome: (typeof outcomes)[number]) => number): number =>
    outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  const outcome: ImportOutcome = {
    importId,
    kind: wish.kind,
    rows: wish.rows,
    accepted: sum((part) => part.accepted) + desk.brought.length,
    duplicates: sum((part) => part.duplicates) + desk.duplicates,
    skipped: wish.skipped,
    problems,
    controlTotals: addUp(outcomes.flatMap((part) => part.controlTotals)),
    created: {
      customers: sum((part) => part.created.customers),
      accounts: sum((part) => part.created.accounts),
      items: sum((part) => part.created.items),
    },
  };
  report(outcome);
  if (problems.length > 0 && !wish.acceptGood) {
    return refuse('import.problems_found', { count: problems.length });
  }
  await keep(
    context,
    wish,
    outcome,
    outcomes.map((part) => part.company.companyId),
  );
  await insertBrought(context, importId, wish.source, desk.brought);
  return accept(outcome);
}

function leavesDeskOpen(rows: readonly DeskRow[] = []): boolean {
  return rows.some(({ company }) => company === undefined);
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

/** The codes of the companies that are no demo. */
export async function realCompanies(context: Context): Promise<string[]> {
  const all = await companies(context.tx, 'all');
  return all.filter(({ demo }) => !demo).map(({ code }) => code);
}

/** The company of a code; one that nobody knows is founded for the import. */
export async function findOrFound(
  context: Context,
  code: string,
  incoming: Incoming,
  stated: Currency | undefined,
): Promise<Company> {
  const known = await companyByCode(context.tx, code);
  if (known) return known;
  const founded: Company = {
    companyId: context.newId(),
    code,
    name: code,
    baseCurrency: stated ?? mainCurrency(incoming) ?? currency('USD'),
    zone: 'America/New_York',
    demo: false,
  };
  await insertCompany(context.tx, founded);
  return founded;
}
