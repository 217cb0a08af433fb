/**
 * Writes off the open rest of an item, or a part of it, against the allowance: by one's own
 * authority, or asked for and granted by who has it.
 *
 * Who may do it is read from the team and from the company's authority, never told by the caller;
 * what one may not do alone is refused with the name of the role that may.
 */
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, money, parseMoney, zero } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { grantedRequest, requestApproval, settleRequest } from '#areas/approvals/index.ts';
import type { RequestRefusal } from '#areas/approvals/rules/refusal.ts';
import { togetherDays } from '#areas/approvals/rules/splitting.ts';
import { type Adjustment, adjust } from '../rules/adjusting.ts';
import { type ApplyRefusal, baseTaken } from '../rules/applying.ts';
import type { AuthorityRefusal } from '../rules/authority.ts';
import { amountFacts, itemPayload } from '../rules/news.ts';
import type { SmallBalances } from '../rules/policy.ts';
import { isSmall } from '../rules/small-balance.ts';
import { lockAccount } from '../store/accounts.ts';
import { itemsSeenFrom } from '../store/moves.ts';
import { recordPostings } from '../store/postings.ts';
import { writeOffPolicyOf } from '../store/write-off-policy.ts';
import { documentNamed, writtenOffSince } from '../store/write-offs.ts';
import { ownAuthority } from './own-authority.ts';

export type WriteOffItem = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly amount: Money;
  /** The sales tax within it that is claimed back, where the state gives relief for bad debt. */
  readonly tax?: Money | undefined;
};

export type WriteOffRefusal =
  | ApplyRefusal
  | AuthorityRefusal
  | 'ledger.no_such_account'
  | 'ledger.no_such_item'
  | 'ledger.tax_beyond_amount';

export type WrittenOff = { readonly entryId: Id; readonly itemId: Id };

/** Counts today. The answer's item is the credit that closed it. */
export async function writeOffItem(
  context: Context,
  wish: WriteOffItem,
): Promise<Outcome<WrittenOff, WriteOffRefusal>> {
  const decided = await decideWriteOff(context, wish);
  if (!decided.ok) return decided;
  const { companyId, weight, before } = decided.value;
  const { accountId } = wish;
  const allowed = await ownAuthority(context, {
    companyId,
    accountId,
    kind: 'write_off',
    weight,
    before,
  });
  if (!allowed.ok) return allowed;
  return accept(await record(context, wish, decided.value));
}

/**
 * Asks for a write-off that is beyond one's own authority. The approval is held against what was
 * written off on the account lately too, as one's own authority would be.
 */
export async function askWriteOff(
  context: Context,
  { evidence, ...wish }: WriteOffItem & { readonly evidence: string },
): Promise<Outcome<{ requestId: Id }, DecidedRefusal | RequestRefusal>> {
  const decided = await decideWriteOff(context, wish);
  if (!decided.ok) return decided;
  const { accountId, itemId, amount, tax } = wish;
  const { weight, before, companyId } = decided.value;
  const about = await documentNamed(context.tx, accountId, itemId);
  return requestApproval(context, {
    companyId,
    accountId,
    kind: 'write_off',
    subjectKey: itemId,
    subject: {
      accountId,
      itemId,
      amount: formatMoney(amount),
      currency: amount.currency,
      ...(tax && { tax: formatMoney(tax) }),
    },
    facts: about,
    amount,
    weight,
    before,
    evidence,
  });
}

/**
 * Does what was granted, once. What cannot be done any more (the customer paid meanwhile) is
 * told to whoever asked, and nothing is written off.
 */
export async function writeOffGranted(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ done: boolean }, never>> {
  const request = await grantedRequest(context.tx, requestId, 'write_off');
  if (!request) return accept({ done: false });
  const wish = wishOf(request);
  if (wish === undefined) return accept({ done: false });
  const decided = await decideWriteOff(context, wish);
  if (!decided.ok) {
    const detail = { refusal: decided.refusal, facts: decided.facts };
    await settleRequest(context, requestId, { how: 'failed', detail });
    return accept({ done: false });
  }
  const written = await record(context, wish, decided.value);
  await settleRequest(context, requestId, { how: 'done', detail: written });
  return accept({ done: true });
}

/** What askWriteOff above kept; undefined when the request is about more than one item. */
function wishOf({
  subject,
  amount,
}: {
  readonly subject: unknown;
  readonly amount: Money;
}): WriteOffItem | undefined {
  // Only areas of this house keep subjects; each key is looked at before it is used.
  const said = subject as { accountId?: Id; itemId?: Id; tax?: string };
  if (said.accountId === undefined || said.itemId === undefined) return undefined;
  const tax = said.tax === undefined ? undefined : parseMoney(said.tax, amount.currency);
  return { accountId: said.accountId, itemId: said.itemId, amount, tax };
}

/**
 * Writes off the small rest of an item: nobody's authority is asked, the policy's limit is the
 * authority. What is larger is refused.
 */
export async function writeOffSmall(
  context: Context,
  wish: WriteOffItem,
): Promise<Outcome<WrittenOff, DecidedRefusal | 'ledger.not_small'>> {
  const decided = await decideWriteOff(context, wish);
  if (!decided.ok) return decided;
  if (!isSmall(wish.amount, decided.value.small)) {
    return refuse('ledger.not_small', { amount: formatMoney(wish.amount) });
  }
  return accept(await record(context, wish, decided.value));
}

type DecidedRefusal = Exclude<WriteOffRefusal, AuthorityRefusal>;

type Decided = {
  readonly companyId: Id;
  readonly made: Adjustment;
  /** The amount, and what was written off lately, in the company's base currency. */
  readonly weight: Money;
  readonly before: Money;
  readonly small: SmallBalances;
};

async function decideWriteOff(
  context: Context,
  { accountId, itemId, amount, tax = zero(amount.currency) }: WriteOffItem,
): Promise<Outcome<Decided, DecidedRefusal>> {
  const { tx, today } = context;
  const account = await lockAccount(tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const debit = (await itemsSeenFrom(tx, accountId, [itemId], today)).get(itemId);
  if (!debit) return refuse('ledger.no_such_item');
  if (debit.currency !== amount.currency) {
    return refuse('ledger.other_currency', { debit: debit.currency, credit: amount.currency });
  }
  if (tax.minor < 0n || tax.minor > amount.minor) return refuse('ledger.tax_beyond_amount');
  const { method, small } = await writeOffPolicyOf(tx, account.companyId);
  const decision = adjust(
    debit,
    { kind: 'write_off', amount: amount.minor, tax: tax.minor, method },
    { accountId, effectiveOn: today },
    context.newId,
  );
  if (!decision.ok) return decision;

  const since = plusDays(today, -togetherDays);
  return accept({
    companyId: account.companyId,
    made: decision.value,
    weight: money(baseTaken(debit, amount.minor), account.baseCurrency),
    before: money(await writtenOffSince(tx, accountId, since), account.baseCurrency),
    small,
  });
}

async function record(
  context: Context,
  { accountId, itemId, amount }: WriteOffItem,
  { made: { posting, item } }: Decided,
): Promise<WrittenOff> {
  await recordPostings(context, [posting]);
  const payload = { ...itemPayload(posting, item), debitItemId: itemId };
  await context.tell({ name: 'ledger.written_off', accountId, payload });
  context.did({ what: 'write-off', id: item.itemId, facts: amountFacts(amount) });
  return { entryId: posting.entryId, itemId: item.itemId };
}
