/**
 * What the ledger tells other areas: the payloads of its events, stated once.
 *
 * A payload names ids, the amount as a decimal string with its currency, and the effective
 * day; whoever needs more asks the ledger.
 */
import { type Currency, type Money, formatMoney, money } from '#kernel/money.ts';
import type { NewApplication, NewItem, Posting } from './posting.ts';

export type Payload = Readonly<Record<string, string>>;

/** What an amount is in an event, an audit line or a dry run's list. */
export function amountFacts(amount: Money): { amount: string; currency: string } {
  return { amount: formatMoney(amount), currency: amount.currency };
}

/** An item that a posting made. */
export function itemPayload(posting: Posting, item: NewItem): Payload {
  return {
    itemId: item.itemId,
    entryId: posting.entryId,
    kind: item.kind,
    effectiveOn: posting.effectiveOn,
    ...amountFacts(item.amount),
  };
}

/** Every application of a posting that pays something. */
export function paidPayloads(posting: Posting, currency: Currency): Payload[] {
  return posting.applications
    .filter((application) => application.reverses === null && application.kind !== 'reversal')
    .map((application) => applicationPayload(posting, application, currency));
}

/** Every application that a posting takes back; amounts are negative. */
export function takenBackPayloads(posting: Posting, currency: Currency): Payload[] {
  return posting.applications
    .filter((application) => application.reverses !== null)
    .map((application) => applicationPayload(posting, application, currency));
}

function applicationPayload(
  { effectiveOn }: Posting,
  { applicationId, debitItemId, creditItemId, kind, amount }: NewApplication,
  currency: Currency,
): Payload {
  const facts = amountFacts(money(amount, currency));
  return { applicationId, debitItemId, creditItemId, kind, effectiveOn, ...facts };
}
