/**
 * Clears what cannot be otherwise: lines of the bank that are entries of ours, of every account
 * of a company. What fits twice is left to a person.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type LineRefusal, releaseLines, claimLines } from '#areas/bank-files/index.ts';
import type { Context } from '#platform/action.ts';
import {
  type ClearRefusal,
  type Cleared,
  clearByHand,
  clearLines,
} from '../../rules/reconciliation/clearing.ts';
import {
  type BankAccount,
  bankAccount,
  bankAccountsOf,
} from '../../store/reconciliation/accounts.ts';
import {
  endCleared,
  insertBookNote,
  insertCleared,
  lockBank,
} from '../../store/reconciliation/facts.ts';
import {
  type BankRow,
  bankRowsNamed,
  openBankRows,
  openBookRows,
} from '../../store/reconciliation/open-rows.ts';

export async function clearOwnLines(context: Context, companyId: Id): Promise<number> {
  let count = 0;
  for (const bank of await bankAccountsOf(context.tx, companyId)) {
    await lockBank(context.tx, bank.bankAccountId);
    const lines = await openBankRows(context.tx, bank, null);
    if (lines.length === 0) continue;
    const entries = await openBookRows(context.tx, bank, { from: bank.keptFrom, to: null });
    const cleared = clearLines(lines, entries);
    const used = await useCleared(context, lines, cleared);
    if (!used.ok) throw new Error(`lines of the bank changed meanwhile: ${used.refusal}`);
    await insertCleared(context, bank, cleared);
    count += cleared.length;
  }
  if (count > 0) context.did({ what: 'bank lines cleared', facts: { count } });
  return count;
}

/** The same on somebody's wish, or when a bank's file has come. */
export async function clearCompany(
  context: Context,
  companyId: Id,
): Promise<Outcome<{ cleared: number }, never>> {
  return accept({ cleared: await clearOwnLines(context, companyId) });
}

export type ClearByHand = {
  readonly companyId: Id;
  readonly bankAccountId: Id;
  readonly lineIds: readonly Id[];
  readonly entryKeys: readonly string[];
};

export type ClearByHandRefusal =
  | LineRefusal
  | ClearRefusal
  | 'cash.no_such_bank_account'
  | 'cash.row_not_open';

/** What a person says belongs together; both sides come to the same amount. */
export async function clearLinesByHand(
  context: Context,
  { companyId, bankAccountId, lineIds, entryKeys }: ClearByHand,
): Promise<Outcome<{ cleared: number }, ClearByHandRefusal>> {
  const bank = await heldBank(context, companyId, bankAccountId);
  if (!bank) return refuse('cash.no_such_bank_account');
  const lines = await bankRowsNamed(context.tx, bank, lineIds);
  const open = await openBookRows(context.tx, bank, { from: bank.keptFrom, to: null });
  const entries = open.filter(({ key }) => entryKeys.includes(key));
  if (lines.length < new Set(lineIds).size || entries.length < new Set(entryKeys).size) {
    return refuse('cash.row_not_open');
  }
  const decision = clearByHand(lines, entries, bank.currency);
  if (!decision.ok) return decision;
  const used = await useCleared(context, lines, [decision.value]);
  if (!used.ok) return used;
  await insertCleared(context, bank, [decision.value]);
  context.did({ what: 'cleared by hand', facts: { lines: lines.length, entries: entries.length } });
  return accept({ cleared: 1 });
}

/** Takes a clearing back that was not a receipt's own line and was not booked. */
export async function unclearLine(
  context: Context,
  {
    companyId,
    bankAccountId,
    lineId,
  }: { readonly companyId: Id; readonly bankAccountId: Id; readonly lineId: Id },
): Promise<Outcome<{ lineId: Id }, 'cash.no_such_bank_account' | 'cash.not_cleared'>> {
  const bank = await heldBank(context, companyId, bankAccountId);
  if (!bank) return refuse('cash.no_such_bank_account');
  const ended = await endCleared(context, bank, lineId);
  if (!ended) return refuse('cash.not_cleared');
  await releaseLines(context, ended);
  context.did({ what: 'clearing taken back', id: lineId });
  return accept({ lineId });
}

/** Says why the bank does not show an entry although it might by now; the reason is the note. */
export async function noteEntry(
  context: Context,
  {
    companyId,
    bankAccountId,
    entryKey,
  }: { readonly companyId: Id; readonly bankAccountId: Id; readonly entryKey: string },
): Promise<Outcome<{ entryKey: string }, 'cash.no_such_bank_account' | 'cash.row_not_open'>> {
  const bank = await heldBank(context, companyId, bankAccountId);
  if (!bank) return refuse('cash.no_such_bank_account');
  const open = await openBookRows(context.tx, bank, { from: bank.keptFrom, to: null });
  if (!open.some(({ key }) => key === entryKey)) return refuse('cash.row_not_open');
  await insertBookNote(context, entryKey);
  context.did({ what: 'noted', facts: { entry: entryKey } });
  return accept({ entryKey });
}

/** What became a receipt before stays one; a line set aside is not touched either. */
async function useCleared(
  context: Context,
  lines: readonly BankRow[],
  cleared: readonly Cleared[],
): Promise<Outcome<void, LineRefusal>> {
  const free = new Set(lines.filter(({ used, aside }) => !used && !aside).map((row) => row.lineId));
  const ids = cleared.flatMap(({ lineIds }) => lineIds).filter((lineId) => free.has(lineId));
  if (ids.length === 0) return accept(undefined);
  return claimLines(
    context,
    ids.map((lineId) => ({ lineId, usedBy: 'cleared with our books' })),
  );
}

async function heldBank(
  { tx }: Context,
  companyId: Id,
  bankAccountId: Id,
): Promise<BankAccount | undefined> {
  await lockBank(tx, bankAccountId);
  return bankAccount(tx, companyId, bankAccountId);
}
