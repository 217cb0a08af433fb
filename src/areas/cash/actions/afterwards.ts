/** What stands open and which promises wait for their judge, after money was taken off items. */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Tx } from '#platform/postgres/db.ts';
import type { PostingLine } from '../rules/book-of-record/book.ts';
import { type Aftermath, aftermath } from '../rules/receipts/aftermath.ts';
import { bookOf } from '../store/book-of-record/book.ts';
import { factsOfMoment } from '../store/book-of-record/facts.ts';
import { companiesOfAccounts } from '../store/items.ts';
import { openAmong, promisesOn } from '../store/reopened.ts';

/** As a rehearsal answers it, before anything moves for good. */
export async function afterwards(
  { tx, today, at }: Context,
  accountId: Id,
  itemIds: readonly Id[],
  taken: Money,
): Promise<Aftermath> {
  const [opened, promises, told] = await Promise.all([
    openAmong(tx, accountId, itemIds),
    promisesOn(tx, accountId, itemIds),
    toldOfNow(tx, accountId, at),
  ]);
  return { ...aftermath(opened, promises, taken, today), told };
}

/** What was written at this moment as the other book will hear it; nothing where there is none. */
async function toldOfNow(tx: Tx, accountId: Id, at: Instant): Promise<PostingLine[]> {
  const companyId = (await companiesOfAccounts(tx, [accountId])).get(accountId);
  const book = companyId && (await bookOf(tx, companyId));
  if (!companyId || !book || book.system === 'ours') return [];
  return factsOfMoment(tx, companyId, at);
}
