/**
 * Says how large a credit is that a law watches: found, changed or gone. Its clock starts on the
 * day it arose and is not reset by a change; when nothing is left, the clock asks for nothing.
 *
 * An area above (students, insurance) computes its own balance and calls this.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, isPositive } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { moveClock, startClock, stopClock } from '#areas/clocks/index.ts';
import { type PackId, packOf } from '../rules/packs.ts';
import { type FoundCredit, endCredit, foundCredits, insertCredit } from '../store/credits.ts';
import { enabledPacks } from '../store/packs.ts';
import { creditClock } from './end-clocks.ts';

export type SetCredit = {
  readonly accountId: Id;
  readonly companyId: Id;
  readonly pack: PackId;
  readonly itemId: Id | null;
  /** What makes it the same credit again: the item, or the payment period. */
  readonly subject: string;
  readonly amount: Money;
  readonly aroseOn: Day;
  readonly dueOn: Day;
  readonly citation?: string;
  readonly facts?: Readonly<Record<string, string>>;
  /** The law counts anew from `aroseOn`: a withdrawal. */
  readonly restart?: boolean;
};

export async function setCredit(
  context: Context,
  wish: SetCredit,
): Promise<Outcome<{ creditId: Id | null }, never>> {
  const { tx } = context;
  const { accountId, pack, subject, amount } = wish;
  const standing = await foundCredits(tx, { companies: 'all', accountIds: [accountId] });
  const known = standing.find((each) => each.pack === pack && each.subject === subject);
  const isOn = (await enabledPacks(tx)).has(pack);
  if (!isOn || !isPositive(amount)) {
    if (known) await end(context, known, 'gone');
    return accept({ creditId: null });
  }
  const isSame =
    known?.amount.minor === amount.minor && known.dueOn === wish.dueOn && wish.restart !== true;
  if (known && isSame) return accept({ creditId: known.creditId });
  return accept({ creditId: await write(context, wish, known) });
}

async function end(
  context: Context,
  { accountId, creditId }: FoundCredit,
  how: 'gone' | 'replaced',
): Promise<void> {
  const reason = 'nothing is left of the credit';
  if (how === 'gone') await stopClock(context, { key: creditClock(creditId), how: 'void', reason });
  await endCredit(context, { accountId, creditId }, how);
}

/** A changed credit is a new fact with the first one's days, unless the law counts anew. */
async function write(
  context: Context,
  wish: SetCredit,
  known: FoundCredit | undefined,
): Promise<Id> {
  const { accountId, companyId, pack, amount } = wish;
  const keeps = known !== undefined && wish.restart !== true;
  const aroseOn = keeps ? known.aroseOn : wish.aroseOn;
  const dueOn = keeps ? known.dueOn : wish.dueOn;
  const citation = wish.citation ?? packOf(pack).citation;
  const creditId = context.newId();
  if (known) {
    await stopClock(context, {
      key: creditClock(known.creditId),
      how: 'void',
      reason: 'the credit changed; its clock goes on under another',
    });
    await end(context, known, 'replaced');
  }
  await insertCredit(context, {
    accountId,
    creditId,
    companyId,
    pack,
    itemId: wish.itemId,
    subject: wish.subject,
    amount,
    aroseOn,
    dueOn,
    citation,
    facts: wish.facts ?? {},
  });
  await startClock(context, {
    key: creditClock(creditId),
    kind: packOf(pack).clock,
    companyId,
    accountId,
    about: { kind: 'credit', id: creditId },
    startedOn: aroseOn,
    dueOn,
    source: citation,
    ownerId: null,
    facts: { amount: formatMoney(amount), currency: amount.currency },
  });
  context.did({ what: 'credit found', id: creditId, facts: { pack, dueOn } });
  const payload = { creditId, pack, dueOn };
  await context.tell({ name: 'refunds.credit_found', accountId, payload });
  return creditId;
}

/** Gives the clock of a credit another last day: an inquiry, a cost report. */
export async function moveCreditClock(
  context: Context,
  { creditId, citation }: Pick<FoundCredit, 'creditId' | 'citation'>,
  dueOn: Day,
): Promise<void> {
  await moveClock(context, {
    key: creditClock(creditId),
    dueOn,
    source: citation,
    reason: context.reason,
  });
}
