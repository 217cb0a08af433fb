/**
 * Takes in what a book says of one company.
 *
 * Looks up what the ledger holds already under this source, makes the accounts, lets the
 * rules turn the book into postings, and records them in portions, so that a million rows
 * never lie in memory as text.
 */
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { ensureAccounts, saveTerms } from '#areas/customers/index.ts';
import { recordOrders } from '#areas/credit/index.ts';
import { recordDisputes } from '#areas/disputes/index.ts';
import { recordDocuments } from '#areas/invoices/index.ts';
import {
  type Identity,
  lockAccounts,
  recordIdentities,
  recordPostings,
} from '#areas/ledger/index.ts';
import type { Posting } from '#areas/ledger/rules/posting.ts';
import type { Company } from '#areas/team/index.ts';
import { buildPostings } from '../rules/build-postings.ts';
import type { ControlTotal } from '../rules/control-totals.ts';
import type { FoundProblem } from '../rules/found-problem.ts';
import type { Incoming } from '../rules/incoming.ts';
import type { Built } from '../rules/posting-bench.ts';
import { statedAccounts } from '../rules/stated-accounts.ts';
import { baseConverter } from './base-converter.ts';
import { knownInLedger } from './known-in-ledger.ts';

export type CompanyImport = {
  readonly company: Company;
  readonly source: string;
  readonly importId: Id;
  readonly incoming: Incoming;
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

/** Postings recorded in one go. */
const portion = 40_000;

export async function importCompany(
  context: Context,
  part: CompanyImport,
): Promise<CompanyOutcome> {
  const { company, source, incoming } = part;
  const accounts = await ensureAccounts(
    context,
    company.companyId,
    statedAccounts(incoming, company),
    {
      source,
    },
  );
  const accountOf = (number: string): Id => {
    const account = accounts.get(number);
    if (!account) throw new Error(`no account was made for customer ${number}`);
    return account.accountId;
  };
  await lockAccounts(
    context.tx,
    [...accounts.values()].filter((each) => !each.created).map((each) => each.accountId),
  );
  const known = await knownInLedger(context.tx, part);
  const fresh = known.leaveOutKnown(incoming);
  const built = buildPostings(
    {
      documents: fresh.documents.map((each) => ({ ...each, accountId: accountOf(each.customer) })),
      payments: fresh.payments.map((each) => ({ ...each, accountId: accountOf(each.customer) })),
      applications: fresh.applications,
    },
    {
      newId: () => context.newId(),
      base: await baseConverter(context, company, incoming),
      known: known.positions,
    },
  );
  await recordBook(context, part, built);
  const ordersTaken = await recordOrders(
    context,
    incoming.orders.map((each) => ({
      ...each,
      accountId: accountOf(each.customer),
      currency: each.currency ?? company.baseCurrency,
    })),
  );
  const termsTaken = await saveTerms(context.tx, company.companyId, incoming.terms);
  const made = [...accounts.values()].filter(({ created }) => created).length;
  const stated = incoming.customers.length;
  const moved = fresh.documents.length + fresh.payments.length + fresh.applications.length;
  return {
    accepted: moved - built.problems.length + ordersTaken + termsTaken + Math.min(made, stated),
    duplicates:
      known.duplicates +
      (incoming.orders.length - ordersTaken) +
      (incoming.terms.length - termsTaken) +
      (stated - Math.min(made, stated)),
    problems: [
      ...known.problems,
      ...built.problems.map(({ origin, code, field, facts }) => ({
        ...origin,
        code,
        field,
        facts,
      })),
    ],
    controlTotals: controlTotals(built),
    created: { customers: made, accounts: made, items: countItems(built) },
  };
}

async function recordBook(context: Context, part: CompanyImport, built: Built): Promise<void> {
  let waiting: Posting[] = [];
  for (const postings of built.postings.values()) {
    for (const posting of postings) waiting.push(posting);
    if (waiting.length < portion) continue;
    await recordPostings(context, waiting, part.importId);
    waiting = [];
  }
  if (waiting.length > 0) await recordPostings(context, waiting, part.importId);
  await recordIdentities(context.tx, identitiesOf(part, built));
  const itemIds = new Map(built.documents.map(({ document, item }) => [document.externalId, item]));
  await recordDocuments(
    context.tx,
    built.documents.map(({ document, item }) => ({
      ...document,
      documentId: item.documentId ?? item.itemId,
      poNumber: document.reference,
      credits: (document.credits && itemIds.get(document.credits)?.documentId) || null,
      lines: [{ description: '', net: document.net, taxCode: null, tax: document.tax }],
    })),
    context.at,
  );
  await recordDisputes(
    context,
    built.documents.flatMap(({ document, item }) =>
      document.dispute
        ? [
            {
              accountId: document.accountId,
              disputeId: context.newId(),
              itemId: item.itemId,
              reason: document.dispute.reason,
              openedOn: document.dispute.on,
              resolvedOn: document.dispute.resolvedOn,
            },
          ]
        : [],
    ),
  );
}

function* identitiesOf(part: CompanyImport, built: Built): Generator<Identity> {
  const { source } = part;
  const { companyId } = part.company;
  for (const each of built.identities) yield { ...each, companyId, source };
}

function controlTotals(built: Built): ControlTotal[] {
  const totals = new Map<Currency, ControlTotal>();
  for (const postings of built.postings.values()) {
    for (const { items, kind } of postings) {
      if (kind === 'transfer' || kind === 'transfer_reversal') continue;
      for (const { amount, side } of items) {
        const sum = totals.get(amount.currency) ?? {
          currency: amount.currency,
          rows: 0,
          debits: 0n,
          credits: 0n,
        };
        totals.set(amount.currency, {
          ...sum,
          rows: sum.rows + 1,
          debits: sum.debits + (side === 'debit' ? amount.minor : 0n),
          credits: sum.credits + (side === 'credit' ? amount.minor : 0n),
        });
      }
    }
  }
  return [...totals.values()];
}

function countItems(built: Built): number {
  let count = 0;
  for (const postings of built.postings.values()) {
    for (const { items } of postings) count += items.length;
  }
  return count;
}
