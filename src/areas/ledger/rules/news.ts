/**
 * What the ledger tells other areas: event names and payloads, stated once.
 *
 * A payload names ids, the amount as a decimal string with its currency, and the effective
 * day; whoever needs more asks the ledger.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, type Money, formatMoney, money } from '#kernel/money.ts';
import type { NewApplication, NewItem, Posting } from './posting.ts';

export type LedgerNews = {
  readonly name: string;
  readonly accountId: Id;
  readonly payload: Readonly<Record<string, string>>;
};

/** What an amount is in an event, an audit line or a dry run's list. */
export function amountFacts(amount: Money): { amount: string; currency: string } {
  return { amount: formatMoney(amount), currency: amount.currency };
}

/** An item that a posting made. */
export function itemNews(name: string, posting: Posting, item: NewItem): LedgerNews {
  return {
    name,
    accountId: posting.accountId,
    payload: {
      itemId: item.itemId,
      entryId: posting.entryId,
      kind: item.kind,
      effectiveOn: posting.effectiveOn,
      ...amountFacts(item.amount),
    },
  };
}

/** `ledger.money_applied` for every application of a posting that pays something. */
export function moneyApplied(posting: Posting, currency: Currency): LedgerNews[] {
  return posting.applications
    .filter((application) => application.reverses === null && application.kind !== 'reversal')
    .map((application) => applicationNews('ledger.money_applied', posting, application, currency));
}

/** `ledger.application_reversed` for every application that a posting takes back. */
export function applicationsReversed(posting: Posting, currency: Currency): LedgerNews[] {
  return posting.applications
    .filter((application) => application.reverses !== null)
    .map((application) =>
      applicationNews('ledger.application_reversed', posting, application, currency),
    );
}

function applicationNews(
  name: string,
  { accountId, effectiveOn }: { readonly accountId: Id; readonly effectiveOn: Day },
  application: NewApplication,
  currency: Currency,
): LedgerNews {
  const { applicationId, debitItemId, creditItemId, kind } = application;
  const amount = amountFacts(money(application.amount, currency));
  return {
    name,
    accountId,
    payload: { applicationId, debitItemId, creditItemId, kind, effectiveOn, ...amount },
  };
}
