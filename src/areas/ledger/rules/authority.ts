/**
 * May somebody give up what a customer owes alone? As far as their company's authority for that
 * kind reaches, and never where it asks for a second person.
 *
 * What was given up on the account lately, and what is asked for, counts with it, so that one
 * large write-off is not made of small ones. A second person's approval is another act.
 */
import { type Money, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { togetherDays } from '#areas/approvals/rules/splitting.ts';

export type AuthorityRefusal = 'ledger.beyond_authority';

export type Reach = {
  /** Their roles reach it, and nobody else is needed beside them. */
  readonly alone: boolean;
  /** The role that may; null when nobody may. */
  readonly who: string | null;
  /** Whether a second person is needed. */
  readonly dual: boolean;
};

/** `together` is this and what counts with it, in the company's base currency. */
export function mayGiveUp(
  together: Money,
  { alone, who, dual }: Reach,
): Outcome<Money, AuthorityRefusal> {
  if (alone) return accept(together);
  return refuse('ledger.beyond_authority', {
    amount: formatMoney(together),
    who: dual ? 'nobody' : (who ?? 'nobody'),
    days: togetherDays,
  });
}
