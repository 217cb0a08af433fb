/**
 * What money does to cases: an item that is paid is contested no more, and a case without any
 * other ends by itself; where the payment goes back, the case is there again.
 *
 * A deduction ends with the payment that made it: when that is returned the whole invoice is owed
 * and nothing was kept back.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { clearedFiles, standingFiles } from '../store/case-file.ts';
import { type HowEnded, caseItems, endDisputes } from '../store/case-items.ts';
import { hasCases } from '../store/cases.ts';
import { goneDeductions } from '../store/deductions.ts';
import { reopenCase } from './move-case.ts';
import { type OpenedFile, contestedNow, ended, stepCase } from './step-case.ts';

/** Answers how many cases ended and how many came back. */
export async function followMoney(
  context: Context,
  accountId: Id,
): Promise<Outcome<{ ended: number; reopened: number }, never>> {
  const { tx } = context;
  if (!(await hasCases(tx, accountId))) return accept({ ended: 0, reopened: 0 });
  await lockAccount(tx, accountId);
  let [closed, reopened] = [0, 0];
  const gone = await goneDeductions(tx, accountId);
  for (const file of await standingFiles(tx, accountId)) {
    const items = await caseItems(tx, file);
    if (await follow(context, { file, items }, gone.has(file.caseId))) closed += 1;
  }
  for (const file of await clearedFiles(tx, accountId)) {
    const items = await caseItems(tx, file);
    if (!items.some(({ open }) => open.minor > 0n)) continue;
    const again = await reopenCase(
      context,
      { file, items },
      { note: '', why: 'payment_went_back' },
    );
    if (again.ok) reopened += 1;
  }
  return accept({ ended: closed, reopened });
}

/** True when the case ended. */
async function follow(context: Context, opened: OpenedFile, gone: boolean): Promise<boolean> {
  const { file, items } = opened;
  const standing = items.filter((item) => !item.ended);
  if (gone) return end(context, opened, 'went_back');
  const paid = standing.filter(({ open }) => open.minor <= 0n);
  // What is credited and waits for its new invoice has no item left and goes on.
  if (standing.length === 0 && file.state === 'decided') return false;
  if (paid.length === standing.length) return end(context, opened, 'cleared');
  await endDisputes(
    context,
    file.accountId,
    paid.map(({ disputeId }) => disputeId),
    'cleared',
  );
  const now = contestedNow(opened);
  if (now.minor !== file.amount.minor) {
    const facts = { why: 'paid_in_part', amount: formatMoney(now) };
    await stepCase(context, file, { kind: 'noted', facts, note: '', change: { amount: now } });
  }
  return false;
}

async function end(
  context: Context,
  { file, items }: OpenedFile,
  how: HowEnded & ('cleared' | 'went_back'),
): Promise<boolean> {
  const ids = items.filter((item) => !item.ended).map(({ disputeId }) => disputeId);
  await endDisputes(context, file.accountId, ids, how);
  await stepCase(context, file, {
    kind: 'closed',
    facts: { how, amount: formatMoney(file.amount) },
    note: '',
    phrase: 'activity.dispute_closed',
    change: ended(how, context.today),
  });
  return true;
}

/**
 * A write-off that a case asked for was granted and done: the item is contested no more, however
 * much of it is open, and the case ends with the last of them.
 */
export async function followWriteOff(
  context: Context,
  accountId: Id,
  itemId: Id,
): Promise<Outcome<{ ended: boolean }, never>> {
  const { tx, today } = context;
  if (!(await hasCases(tx, accountId))) return accept({ ended: false });
  await lockAccount(tx, accountId);
  for (const file of await standingFiles(tx, accountId)) {
    if (file.state !== 'decided' || file.decision !== 'write_off') continue;
    const standing = (await caseItems(tx, file)).filter((item) => !item.ended);
    const [written] = standing.filter((item) => item.itemId === itemId);
    if (!written) continue;
    await endDisputes(context, accountId, [written.disputeId], 'written_off');
    if (standing.length > 1) continue;
    await stepCase(context, file, {
      kind: 'closed',
      facts: { how: 'written_off', amount: formatMoney(file.amount) },
      note: '',
      phrase: 'activity.dispute_written_off',
      change: ended('written_off', today),
    });
    return accept({ ended: true });
  }
  return accept({ ended: false });
}
