/**
 * Decides what a customer is right about: a credit, a new invoice, nothing, or a small difference
 * that is not worth more work.
 *
 *   credit, rebill   a credit memo is asked for; a second person grants it
 *   reject           the items are asked for again from today on
 *   write off        by one's own authority, else asked for and granted by who has it
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, isPositive, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { RequestRefusal } from '#areas/approvals/rules/refusal.ts';
import { togetherDays } from '#areas/approvals/rules/splitting.ts';
import {
  askWriteOff,
  bookedBase,
  lockAccount,
  ownAuthority,
  writeOffItem,
  writtenOffSince,
} from '#areas/ledger/index.ts';
import { plusDays } from '#kernel/day.ts';
import { type CaseState, type Decision, type MoveRefusal, mayDecide } from '../rules/case-life.ts';
import type { RootCause } from '../rules/cause.ts';
import { endDisputes } from '../store/case-items.ts';
import { type AskCreditRefusal, askCredit } from './credit-case.ts';
import { type CaseRef, type OpenedFile, ended, stepCase, takeFile } from './step-case.ts';

export type DecideCase = CaseRef & {
  readonly decision: Decision;
  /** For a credit; null is all that is contested. */
  readonly amount: Money | null;
  readonly cause: RootCause | null;
  readonly note: string;
};

export type DecideCaseRefusal =
  | MoveRefusal
  | AskCreditRefusal
  | RequestRefusal
  | 'dispute.no_such_case'
  | 'dispute.cause_missing'
  | 'dispute.write_off_failed';

export type Decided = { readonly state: CaseState; readonly requestIds: readonly Id[] };

/** Whatever is decided, the cause is named: what is not known is `unknown`. */
export async function decideCase(
  context: Context,
  wish: DecideCase,
): Promise<Outcome<Decided, DecideCaseRefusal>> {
  const taken = await takeFile(context, wish);
  if (!taken.ok) return taken;
  const may = mayDecide(taken.value.file);
  if (!may.ok) return may;
  const cause = wish.cause ?? taken.value.file.cause;
  if (cause === null) return refuse('dispute.cause_missing');
  const opened = { ...taken.value, file: { ...taken.value.file, cause } };
  if (wish.decision === 'reject') return reject(context, opened, wish);
  if (wish.decision === 'write_off') return writeOff(context, opened, wish);
  const asked = await askCredit(context, opened, { amount: wish.amount, evidence: wish.note });
  if (!asked.ok) return asked;
  const { requestId, amount } = asked.value;
  return waits(context, opened, wish, { requestIds: [requestId], amount });
}

async function reject(
  context: Context,
  { file, items }: OpenedFile,
  { note }: DecideCase,
): Promise<Outcome<Decided, never>> {
  const standing = items.filter((item) => !item.ended);
  const ids = standing.map(({ disputeId }) => disputeId);
  await endDisputes(context, file.accountId, ids, 'rejected');
  const after = await stepCase(context, file, {
    kind: 'decided',
    facts: { decision: 'reject', amount: formatMoney(file.amount) },
    note,
    phrase: 'activity.dispute_rejected',
    change: {
      cause: file.cause,
      decision: 'reject',
      decidedOn: context.today,
      ...ended('rejected', context.today),
    },
  });
  return accept({ state: after.state, requestIds: [] });
}

async function writeOff(
  context: Context,
  opened: OpenedFile,
  wish: DecideCase,
): Promise<Outcome<Decided, RequestRefusal | 'dispute.write_off_failed' | 'dispute.nothing_open'>> {
  const { file, items } = opened;
  const { accountId } = file;
  const standing = items.filter((item) => isPositive(item.amount));
  if (standing.length === 0) return refuse('dispute.nothing_open');
  if (!(await isMine(context, opened))) {
    const requestIds: Id[] = [];
    for (const { itemId, amount } of standing) {
      const evidence = wish.note;
      const asking = { accountId, itemId, amount, evidence };
      const asked = await askWriteOff(context, asking);
      if (!asked.ok) return unfit(asked.refusal);
      requestIds.push(asked.value.requestId);
    }
    return waits(context, opened, wish, { requestIds, amount: file.amount });
  }
  for (const { itemId, amount } of standing) {
    const written = await writeOffItem(context, { accountId, itemId, amount });
    if (!written.ok) return unfit(written.refusal);
  }
  const ids = items.filter((item) => !item.ended).map(({ disputeId }) => disputeId);
  await endDisputes(context, accountId, ids, 'written_off');
  const after = await stepCase(context, file, {
    kind: 'decided',
    facts: { decision: 'write_off', amount: formatMoney(file.amount) },
    note: wish.note,
    phrase: 'activity.dispute_written_off',
    change: {
      cause: file.cause,
      decision: 'write_off',
      decidedOn: context.today,
      ...ended('written_off', context.today),
    },
  });
  return accept({ state: after.state, requestIds: [] });
}

const askingRefusals: readonly RequestRefusal[] = [
  'approvals.only_people_ask',
  'approvals.asked_already',
  'approvals.nobody_may',
];

function unfit(refusal: string) {
  const known = askingRefusals.find((each) => each === refusal);
  return known === undefined ? refuse('dispute.write_off_failed', { why: refusal }) : refuse(known);
}

/** May the actor write all of it off alone, with what was written off lately? */
async function isMine(context: Context, { file }: OpenedFile): Promise<boolean> {
  const { tx, today } = context;
  const { accountId, amount, companyId } = file;
  const base = (await lockAccount(tx, accountId))?.baseCurrency ?? amount.currency;
  const weight = await bookedBase(tx, amount, base, today);
  if (!weight.ok) return false;
  const since = plusDays(today, -togetherDays);
  const before = money(await writtenOffSince(tx, accountId, since), base);
  const giving = { companyId, accountId, kind: 'write_off', before } as const;
  return (await ownAuthority(context, { ...giving, weight: money(weight.value, base) })).ok;
}

type Asked = { readonly requestIds: readonly Id[]; readonly amount: Money };

/** The case stands decided until somebody else has granted, or refused, what was asked. */
async function waits(
  context: Context,
  { file }: OpenedFile,
  { decision, note }: DecideCase,
  { requestIds, amount }: Asked,
): Promise<Outcome<Decided, never>> {
  const after = await stepCase(context, file, {
    kind: 'decided',
    facts: { decision, amount: formatMoney(amount), requests: requestIds },
    note,
    change: {
      state: 'decided',
      cause: file.cause,
      decision,
      decidedOn: context.today,
      requestId: requestIds[0] ?? null,
      answeredOn: null,
    },
  });
  return accept({ state: after.state, requestIds });
}
