/**
 * Remembers whose payer this is: by the account that the money came from, by the name as the
 * bank writes it. The latest word of a person holds; an earlier one about the same is forgotten.
 */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { aliasOf } from '../rules/receipts/alias.ts';
import { type MemoryKind, forgetOthers, insertMemory } from '../store/memory.ts';
import type { StandingReceipt } from '../store/receipts.ts';

export async function learnPayer(
  context: Context,
  receipt: Pick<StandingReceipt, 'receiptId' | 'companyId' | 'payerAccount' | 'payerName'>,
  accountId: Id,
): Promise<void> {
  const { receiptId, companyId, payerAccount } = receipt;
  const alias = aliasOf(receipt.payerName);
  const keys: readonly (readonly [MemoryKind, string])[] = [
    ['payer_account', payerAccount],
    ['alias', alias],
  ];
  for (const [kind, key] of keys) {
    if (key === '') continue;
    await forgetOthers(context, { companyId, kind, key, accountId, receiptId });
    await insertMemory(context, { companyId, kind, key, accountId, receiptId });
    context.did({ what: 'payer learned', id: accountId, facts: { kind } });
  }
}
