/** What several routes of refunds read the same way. */
import { type Currency, type Money, currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import type { Seal } from '#platform/auth/sealing.ts';
import type { Session } from '#platform/auth/session.ts';

export function readAmount(
  text: string,
  code: string,
): Outcome<Money, 'refunds.amount_unreadable'> {
  const of: Currency = currency(code);
  const amount = parseMoney(text, of);
  return amount
    ? accept(amount)
    : refuse('refunds.amount_unreadable', { amount: text, currency: code });
}

export function companyNamed(
  { companies }: Session,
  code: string,
): Outcome<Session['companies'][number], 'team.no_such_company'> {
  const company = companies.find((each) => each.code === code);
  return company ? accept(company) : refuse('team.no_such_company', { company: code });
}

/** Where secrets are kept; refused on a desk that has no key. */
export function sealOf({ seal }: Desk): Outcome<Seal, 'refunds.no_seal'> {
  return seal ? accept(seal) : refuse('refunds.no_seal');
}
