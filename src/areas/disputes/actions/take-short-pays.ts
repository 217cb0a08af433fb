/**
 * Makes cases of what a payer kept back: each line that was posted short once, in one case.
 *
 * What is contested of the item already is the same money: the payment is put into that case and
 * nothing is contested twice. The customer's own code says the reason where it is known.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney, isPositive } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Context, accepted } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import type { DisputePart, DisputeReason } from '../rules/case.ts';
import { codeKey, contestedAnew, reasonOfShort } from '../rules/deduction.ts';
import { caseFile } from '../store/case-file.ts';
import { contestable } from '../store/cases.ts';
import {
  type ShortLine,
  contestingItem,
  insertDeduction,
  shortLines,
} from '../store/deductions.ts';
import { codesOf } from '../store/routes.ts';
import { openDispute } from './open-dispute.ts';
import { stepCase } from './step-case.ts';
import { takeUpDispute } from './take-up-dispute.ts';

/** Answers how many cases were opened; a payment that was looked at before adds nothing. */
export async function takeShortPays(
  context: Context,
  accountId: Id,
): Promise<Outcome<{ opened: number }, never>> {
  const { tx } = context;
  if ((await shortLines(tx, accountId)).length === 0) return accept({ opened: 0 });
  await lockAccount(tx, accountId);
  const codes = new Map((await codesOf(tx, accountId)).map(({ code, reason }) => [code, reason]));
  let opened = 0;
  // Read again behind the lock: another may have taken them meanwhile.
  for (const line of await shortLines(tx, accountId)) {
    const byCode = line.code === null ? undefined : codes.get(codeKey(line.code));
    const reason = reasonOfShort(line.shortReason, byCode);
    if (reason !== undefined && (await takeLine(context, accountId, line, reason))) opened += 1;
  }
  return accept({ opened });
}

/** True when it made a case of its own. */
async function takeLine(
  context: Context,
  accountId: Id,
  line: ShortLine,
  reason: DisputeReason,
): Promise<boolean> {
  const { tx } = context;
  const standing = (await contestable(tx, accountId, [line.itemId])).get(line.itemId);
  if (!standing || standing.open.currency !== line.short.currency) return false;
  const anew = contestedAnew({ ...standing, short: line.short });
  const before = await contestingItem(tx, accountId, line.itemId);
  if (before && !isPositive(anew)) {
    const caseId = before.caseId ?? (await takeUpDispute(context, accountId, before.disputeId));
    if (caseId !== undefined) await intoCase(context, accountId, caseId, line);
    return false;
  }
  if (!isPositive(anew)) return false;
  const { caseId } = accepted(
    await openDispute(context, {
      accountId,
      items: [{ itemId: line.itemId, amount: anew, lineNo: null }],
      reason,
      part: partOf(reason),
      note: [line.reference, line.code ?? ''].filter(Boolean).join(' · '),
      saidBy: line.payer || line.reference || '—',
      ownerId: null,
      origin: 'deduction',
    }),
  );
  await insertDeduction(context, { ...line, accountId, caseId, amount: line.short });
  return true;
}

/** What a payer keeps back is an amount; freight and tax are named as such. */
function partOf(reason: DisputeReason): DisputePart {
  return reason === 'freight' || reason === 'tax' ? reason : 'amount';
}

async function intoCase(
  context: Context,
  accountId: Id,
  caseId: Id,
  line: ShortLine,
): Promise<void> {
  const file = await caseFile(context.tx, { accountId, caseId });
  if (!file) return;
  await insertDeduction(context, { ...line, accountId, caseId, amount: line.short });
  await stepCase(context, file, {
    kind: 'deducted',
    facts: { short: formatMoney(line.short), payer: line.payer, reference: line.reference },
    note: '',
    change: {},
  });
}
