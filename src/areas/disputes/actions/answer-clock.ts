/**
 * The clock of a case: whoever is asked owes an answer by a day, and once it came whoever
 * coordinates the case owes a decision.
 *
 * A case that is asked on to another day has another clock; the one before asks for nothing more.
 */
import type { Context } from '#platform/action.ts';
import { formatMoney } from '#kernel/money.ts';
import { startClock, stopClock } from '#areas/clocks/index.ts';
import { billingErrorDays } from '../rules/routing.ts';
import type { CaseFile } from '../store/case-file.ts';

/** Starts the clocks of a case that was just opened. */
export async function startCaseClocks(context: Context, file: CaseFile): Promise<void> {
  await start(context, file);
  if (file.reason !== 'billing_error') return;
  const { acknowledge, resolve } = billingErrorDays(file.openedOn);
  const source = '12 CFR 1026.13(c)';
  const shared = { ...clockOf(file), source };
  const keys = legalKeys(file);
  const first = { ...shared, kind: 'billing_error_acknowledge' as const };
  await startClock(context, { ...first, key: keys.acknowledge, dueOn: acknowledge });
  const second = { ...shared, kind: 'billing_error_resolve' as const };
  await startClock(context, { ...second, key: keys.resolve, dueOn: resolve });
}

/** Lets the clock follow a step of the case. */
export async function followClock(
  context: Context,
  before: CaseFile,
  after: CaseFile,
): Promise<void> {
  const [was, is] = [keyOf(before), keyOf(after)];
  if (was !== is && was !== null) {
    const answered = is === null || after.answeredOn !== before.answeredOn;
    const how = answered ? 'met' : 'void';
    await stopClock(context, { key: was, how, reason: `dispute ${after.state}` });
  }
  if (was !== is && is !== null) await start(context, after);
  if (after.reason !== 'billing_error') return;
  const keys = legalKeys(after);
  const reason = `dispute ${after.state}`;
  if (after.state === 'closed') {
    await stopClock(context, { key: keys.acknowledge, how: 'met', reason });
    await stopClock(context, { key: keys.resolve, how: 'met', reason });
  } else if (after.state === 'with_customer') {
    await stopClock(context, { key: keys.acknowledge, how: 'met', reason });
  }
}

async function start(context: Context, file: CaseFile): Promise<void> {
  const key = keyOf(file);
  if (key === null || file.answerBy === null) return;
  const kind = file.answeredOn === null ? 'dispute_answer' : 'dispute_research';
  const startedOn = context.today;
  await startClock(context, { ...clockOf(file), key, kind, dueOn: file.answerBy, startedOn });
}

function clockOf(file: CaseFile) {
  const { accountId, caseId, companyId, openedOn, amount } = file;
  return {
    companyId,
    accountId,
    about: { kind: 'dispute', id: caseId },
    startedOn: openedOn,
    source: 'policy: disputes',
    ownerId: file.answeredOn === null ? (file.ownerId ?? file.coordinatorId) : file.coordinatorId,
    facts: { amount: formatMoney(amount), currency: amount.currency, reason: file.reason },
  };
}

/** Null while nobody owes anything: what is decided waits for its approval, what ended for none. */
function keyOf({ caseId, state, answerBy, answeredOn }: CaseFile): string | null {
  if (state === 'decided' || state === 'closed' || answerBy === null) return null;
  const turn = answeredOn === null ? 'answer' : 'research';
  return `dispute/${caseId}/${turn}/${answerBy}`;
}

function legalKeys({ caseId }: CaseFile) {
  return {
    acknowledge: `dispute/${caseId}/billing_error_acknowledge`,
    resolve: `dispute/${caseId}/billing_error_resolve`,
  };
}
