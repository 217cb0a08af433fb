/**
 * Takes in what a book says of one company.
 *
 * Makes the accounts, then goes family by family: looks up what the ledger holds already under
 * this source, lets the rules turn the rest into postings, and records them while the next
 * families are built. However large the book, a portion of it is in hand.
 */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { writeBeside } from '#platform/postgres/bulk.ts';
import { type EnsuredAccount, ensureAccounts, saveTerms } from '#areas/customers/index.ts';
import { recordOrders } from '#areas/credit/index.ts';
import { holdPeriods, lockAccounts } from '#areas/ledger/index.ts';
import { assignNewAccounts } from '#areas/portfolios/index.ts';
import type { Company } from '#areas/team/index.ts';
import type { Book, BookProblem } from '../rules/book.ts';
import { buildPostings } from '../rules/build-postings.ts';
import type { ControlTotal } from '../rules/control-totals.ts';
import { portionsOf } from '../rules/families.ts';
import type { FoundProblem } from '../rules/found-problem.ts';
import type { Incoming } from '../rules/incoming.ts';
import type { BenchInput, Built } from '../rules/posting-bench.ts';
import { statedAccounts } from '../rules/stated-accounts.ts';
import { baseConverter } from './base-converter.ts';
import { type Memory, memoryOf } from './known-in-ledger.ts';
import { countPortion, makeTally, recordPortion } from './record-portion.ts';

export type CompanyImport = {
  readonly company: Company;
  readonly source: string;
  readonly importId: Id;
  readonly incoming: Incoming;
  /** What the ledger knew before; asked for when it is not given. */
  readonly memory?: Memory;
};

export type CompanyOutcome = {
  readonly accepted: number;
  readonly duplicates: number;
  readonly problems: readonly FoundProblem[];
  readonly controlTotals: readonly ControlTotal[];
  readonly created: {
    readonly customers: number;
    readonly accounts: number;
    readonly items: number;
  };
};

/** New accounts have their owner by rule at once; answers how many are new. */
async function giveOwners(
  context: Context,
  companyId: Id,
  accounts: Awaited<ReturnType<typeof ensureAccounts>>,
): Promise<number> {
  const made = [...accounts.values()].filter(({ created }) => created);
  const ids = made.map(({ accountId }) => accountId);
  await assignNewAccounts(context, companyId, ids);
  return made.length;
}

export async function importCompany(
  context: Context,
  part: CompanyImport,
): Promise<CompanyOutcome> {
  const { company, source, incoming } = part;
  const { companyId } = company;
  const stated = statedAccounts(incoming, company);
  const accounts = await ensureAccounts(context, companyId, stated, { source });
  await lockAccounts(
    context.tx,
    [...accounts.values()].filter((each) => !each.created).map((each) => each.accountId),
  );
  // Orders are under way while the first postings are built.
  const [beside, posted] = await Promise.all([
    recordBeside(context, part, accounts),
    postBook(context, part, accounts),
  ]);
  const made = await giveOwners(context, part.company.companyId, accounts);
  const newCustomers = Math.min(made, incoming.customers.length);
  return {
    accepted: posted.accepted + beside.taken + newCustomers,
    duplicates: posted.duplicates + beside.known + incoming.customers.length - newCustomers,
    problems: posted.problems,
    controlTotals: posted.controlTotals,
    created: { customers: made, accounts: made, items: posted.items },
  };
}

type Accounts = ReadonlyMap<string, EnsuredAccount>;

function accountOf(accounts: Accounts, number: string): Id {
  const account = accounts.get(number);
  if (!account) throw new Error(`no account was made for customer ${number}`);
  return account.accountId;
}

/** Orders and terms, which move no money. */
async function recordBeside(
  context: Context,
  { company, incoming: { orders, terms } }: CompanyImport,
  accounts: Accounts,
): Promise<{ readonly taken: number; readonly known: number }> {
  const ordersTaken = await recordOrders(
    context,
    orders.map((each) => ({
      ...each,
      accountId: accountOf(accounts, each.customer),
      currency: each.currency ?? company.baseCurrency,
    })),
  );
  const termsTaken = await saveTerms(context.tx, company.companyId, terms);
  const taken = ordersTaken + termsTaken;
  return { taken, known: orders.length + terms.length - taken };
}

type Posted = Pick<CompanyOutcome, 'accepted' | 'duplicates' | 'problems' | 'controlTotals'> & {
  readonly items: number;
};

/** Documents, money and applications, a portion of whole families at a time. */
async function postBook(
  context: Context,
  part: CompanyImport,
  accounts: Accounts,
): Promise<Posted> {
  const { company, source, importId, incoming } = part;
  const { companyId } = company;
  const memory = part.memory ?? (await memoryOf(context.tx, companyId, source));
  const base = await baseConverter(context, company, incoming);
  const book = placed(incoming, accounts);
  const elsewhere = await memory.elsewhere(book);
  const sums = { accepted: 0, duplicates: 0, problems: new Array<FoundProblem>() };
  const tally = makeTally();
  const input = { newId: () => context.newId(), base };
  const built = builtPortions(memory, portionsOf(book, elsewhere), input, sums);
  const closed = await holdPeriods(context.tx, companyId);
  await writeBeside(built, async (portion) => {
    countPortion(tally, portion);
    await recordPortion(context, { companyId, source, importId, closed }, portion);
  });
  return { ...sums, items: tally.items, controlTotals: [...tally.totals.values()] };
}

function placed({ documents, payments, applications }: Incoming, accounts: Accounts): Book {
  const place = <R extends { customer: string }>(record: R): R & { accountId: Id } => ({
    ...record,
    accountId: accountOf(accounts, record.customer),
  });
  return { documents: documents.map(place), payments: payments.map(place), applications };
}

async function* builtPortions(
  memory: Memory,
  portions: Iterable<Book>,
  input: Omit<BenchInput, 'known'>,
  sums: { accepted: number; duplicates: number; readonly problems: FoundProblem[] },
): AsyncGenerator<Built> {
  for (const portion of portions) {
    const fresh = await memory.leaveOutKnown(portion);
    const built = buildPostings(fresh.book, { ...input, known: fresh.known });
    const { documents, payments, applications } = fresh.book;
    const moved = documents.length + payments.length + applications.length;
    sums.accepted += moved - built.problems.length;
    sums.duplicates += fresh.duplicates;
    sums.problems.push(...fresh.problems, ...built.problems.map(foundProblem));
    yield built;
  }
}

function foundProblem({ origin, code, field, facts }: BookProblem): FoundProblem {
  return { ...origin, code, field, facts };
}
