/**
 * The address was mended or works again: from now on it gets mail.
 *
 * A new address goes to whoever had the old one, in the same stroke; whoever gives it has
 * checked it today.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { contactsOf, findAccount, saveContact } from '#areas/customers/index.ts';
import { bouncesOf, insertBounceSettled } from '../../store/bounces.ts';

export type SettleBounce = {
  readonly accountId: Id;
  readonly address: string;
  /** Undefined: the old address works again. */
  readonly newAddress?: string | undefined;
};

export type BounceRefusal =
  | 'correspondence.not_blocked'
  | 'correspondence.new_address_unfit'
  | 'correspondence.same_address'
  | 'correspondence.no_such_account';

export async function settleBounce(
  context: Context,
  { accountId, address, newAddress }: SettleBounce,
): Promise<Outcome<{ settled: true; contacts: number }, BounceRefusal>> {
  const old = address.toLowerCase();
  const blocked = await bouncesOf(context.tx, accountId);
  if (!blocked.some((each) => each.address === old)) {
    return refuse('correspondence.not_blocked', { to: address });
  }
  const changed =
    newAddress === undefined ? accept(0) : await readdress(context, accountId, old, newAddress);
  if (!changed.ok) return changed;
  await lift(context, accountId, old);
  return accept({ settled: true, contacts: changed.value });
}

/** Gives the new address to each person who had the old one; answers how many they were. */
async function readdress(
  context: Context,
  accountId: Id,
  old: string,
  email: string,
): Promise<Outcome<number, BounceRefusal>> {
  if (email.toLowerCase() === old) return refuse('correspondence.same_address', { to: email });
  const account = await findAccount(context.tx, accountId);
  if (!account) return refuse('correspondence.no_such_account');
  const contacts = await contactsOf(context.tx, account.customerId);
  const theirs = contacts.filter((each) => each.email?.toLowerCase() === old);
  for (const { contactId, verifiedOn: _, ...contact } of theirs) {
    const wish = { accountId, contactId, contact: { ...contact, email }, verified: true };
    const saved = await saveContact(context, wish);
    if (!saved.ok) return refuse('correspondence.new_address_unfit', { to: email });
  }
  return accept(theirs.length);
}

/** Addresses that nobody of the account has any more hold nothing up. */
export async function liftAbandoned(context: Context, accountId: Id): Promise<void> {
  const blocked = await bouncesOf(context.tx, accountId);
  if (blocked.length === 0) return;
  const account = await findAccount(context.tx, accountId);
  if (!account) return;
  const contacts = await contactsOf(context.tx, account.customerId);
  const used = new Set(contacts.map(({ email }) => email?.toLowerCase()));
  for (const { address } of blocked) {
    if (!used.has(address)) await lift(context, accountId, address);
  }
}

async function lift(context: Context, accountId: Id, address: string): Promise<void> {
  await insertBounceSettled(context, accountId, address);
  context.did({ what: 'address mended', id: accountId, facts: { address } });
  await context.tell({
    name: 'correspondence.address_mended',
    accountId,
    payload: { accountId, address },
  });
}
