/**
 * Takes in one part of a book, company by company.
 *
 * A book that fits into memory is one part; of a larger one each part holds whole families and
 * needs nothing of the others but the customers, which the first part brings.
 */
import type { Id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type Company, companyByCode, companies, insertCompany } from '#areas/team/index.ts';
import type { DeskRow } from '../rules/desk-record.ts';
import type { FoundProblem } from '../rules/found-problem.ts';
import {
  type Incoming,
  byCompany,
  defaultCompany,
  leavesCompanyOpen,
  mainCurrency,
} from '../rules/incoming.ts';
import { type CompanyOutcome, importCompany } from './import-company.ts';
import { type Memory, memoryOf } from './known-in-ledger.ts';

export type BookPart = {
  readonly incoming: Incoming;
  /** The desk's own records, which come after the accounts and invoices they are about. */
  readonly desk?: readonly DeskRow[];
  /** Rows in the files, the ones left out on purpose, and what was wrong before the ledger. */
  readonly rows: number;
  readonly skipped: number;
  readonly problems: readonly FoundProblem[];
};

/** What is said of all parts alike. */
export type PartWish = {
  readonly source: string;
  readonly company: string | undefined;
  readonly within?: readonly string[];
  readonly currency: Currency | undefined;
};

/** What parts share while they are taken in one after the other. */
export type Taking = {
  readonly importId: Id;
  /** The codes of the companies that are no demo. */
  readonly real: readonly string[];
  readonly companies: Map<string, Company>;
  /** What the ledger knew before the first part. */
  readonly memories: Map<Id, Memory>;
  readonly outcomes: CompanyOutcome[];
  readonly desk: DeskRow[];
  readonly came: { rows: number; skipped: number; readonly problems: FoundProblem[] };
};

export type TakingRefusal = 'import.company_not_chosen' | 'team.no_such_company';

export async function startTaking(context: Context): Promise<Taking> {
  return {
    importId: context.newId(),
    real: await realCompanies(context),
    companies: new Map(),
    memories: new Map(),
    outcomes: [],
    desk: [],
    came: { rows: 0, skipped: 0, problems: [] },
  };
}

/** The company of records that name none. */
export function chosenCompany({ company }: PartWish, { real }: Taking): string {
  return company ?? real[0] ?? defaultCompany;
}

/** Refuses rows of nobody in particular among several companies, and of another's company. */
export async function takePart(
  context: Context,
  wish: PartWish,
  { incoming, desk = [], rows, skipped, problems }: BookPart,
  taking: Taking,
): Promise<Outcome<undefined, TakingRefusal>> {
  const { importId, real, outcomes, came } = taking;
  const isOpen = leavesCompanyOpen(incoming) || desk.some(({ company }) => company === undefined);
  if (wish.company === undefined && real.length > 1 && isOpen) {
    return refuse('import.company_not_chosen', { companies: real.join(', ') });
  }
  const parts = byCompany(incoming, chosenCompany(wish, taking));
  const foreign = [...parts.keys()].find((code) => wish.within?.includes(code) === false);
  if (foreign !== undefined) return refuse('team.no_such_company', { company: foreign });
  for (const [code, mine] of parts) {
    const { company, memory } = await companyFor(context, wish, taking, { code, incoming: mine });
    const part = { company, source: wish.source, importId, incoming: mine, memory };
    outcomes.push(await importCompany(context, part));
  }
  came.rows += rows;
  came.skipped += skipped;
  for (const problem of problems) came.problems.push(problem);
  for (const row of desk) taking.desk.push(row);
  return accept(undefined);
}

/** The company of a code, founded if need be, and what the ledger knew of it at first. */
async function companyFor(
  context: Context,
  wish: PartWish,
  { companies: found, memories }: Taking,
  { code, incoming }: { readonly code: string; readonly incoming: Incoming },
): Promise<{ readonly company: Company; readonly memory: Memory }> {
  const company = found.get(code) ?? (await findOrFound(context, code, incoming, wish.currency));
  const { companyId } = company;
  const memory = memories.get(companyId) ?? (await memoryOf(context.tx, companyId, wish.source));
  found.set(code, company);
  memories.set(companyId, memory);
  return { company, memory };
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
