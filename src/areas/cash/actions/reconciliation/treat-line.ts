/**
 * Says what a line of the bank is that no entry stands for, and books it where it is to be booked:
 * a fee, interest, a sweep. The line is cleared by the entry it made, once.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { formatMinor, decimalsOf } from '#kernel/money.ts';
import { type LineRefusal, claimLines } from '#areas/bank-files/index.ts';
import type { Context } from '#platform/action.ts';
import {
  type Treatment,
  type TreatRefusal,
  entryOf,
} from '../../rules/reconciliation/treatment.ts';
import { bankAccount } from '../../store/reconciliation/accounts.ts';
import { insertCleared, insertTreatment, lockBank } from '../../store/reconciliation/facts.ts';
import { bankRowsNamed } from '../../store/reconciliation/open-rows.ts';
import { type HouseEntry, postHouseEntry } from '../post-house-entry.ts';

export type TreatLine = {
  readonly companyId: Id;
  readonly bankAccountId: Id;
  readonly lineId: Id;
  readonly treatment: Treatment;
};

export type TreatLineRefusal =
  | TreatRefusal
  | LineRefusal
  | 'ledger.no_rate'
  | 'cash.no_such_bank_account'
  | 'cash.row_not_open';

export async function treatLine(
  context: Context,
  { companyId, bankAccountId, lineId, treatment }: TreatLine,
): Promise<Outcome<{ entryId: Id | null }, TreatLineRefusal>> {
  await lockBank(context.tx, bankAccountId);
  const bank = await bankAccount(context.tx, companyId, bankAccountId);
  if (!bank) return refuse('cash.no_such_bank_account');
  const [line] = await bankRowsNamed(context.tx, bank, [lineId]);
  if (!line) return refuse('cash.row_not_open');
  const sides = entryOf(treatment, line.amount);
  if (!sides.ok) return sides;
  const { currency } = bank;
  const facts = { treatment, amount: formatMinor(line.amount, decimalsOf(currency)), currency };
  context.did({ what: 'bank line treated', id: lineId, facts });
  if (sides.value === null || !isBooked(treatment)) {
    await insertTreatment(context, bank, { lineId, treatment, entryId: null });
    return accept({ entryId: null });
  }
  const amount = line.amount < 0n ? -line.amount : line.amount;
  const entry: HouseEntry = {
    companyId,
    kind: treatment,
    on: line.on,
    currency,
    lines: [{ ...sides.value, amount }],
    bank: bank.cashAccount,
  };
  const used = await claimLines(context, [{ lineId, usedBy: `booked as ${treatment}` }]);
  if (!used.ok) return used;
  const posted = await postHouseEntry(context, entry);
  if (!posted.ok) return posted;
  const { entryId } = posted.value;
  await insertTreatment(context, bank, { lineId, treatment, entryId });
  const keys = [`${companyId} ${entryId} 1`];
  await insertCleared(context, bank, [{ how: 'booked', lineIds: [lineId], keys }]);
  return accept({ entryId });
}

function isBooked(treatment: Treatment): treatment is Extract<Treatment, HouseEntry['kind']> {
  return ['bank_fee', 'interest', 'card_fee', 'sweep'].includes(treatment);
}
