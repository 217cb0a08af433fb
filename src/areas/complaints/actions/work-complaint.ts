/** Takes a complaint into the register with its clocks, and leads it to its end step by step. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { startClock, stopClock } from '#areas/clocks/index.ts';
import { findAccount } from '#areas/customers/index.ts';
import { calendarOf } from '#areas/team/index.ts';
import {
  type ComplaintState,
  type ComplaintStep,
  type StepRefusal,
  complaintDays,
  stepped,
} from '../rules/complaint.ts';
import {
  type Complaint,
  complaintsOf,
  insertComplaint,
  insertStep,
  keepComplaint,
  lockComplaint,
} from '../store/complaints.ts';

export type ReceiveComplaint = Pick<
  Complaint,
  'accountId' | 'class' | 'severity' | 'subject' | 'text' | 'saidBy' | 'channel'
> & { readonly receivedOn: Day; readonly mailId: Id | null };

/** A mail that brought one before brings none again: `complaintId` is null then. */
export async function receiveComplaint(
  context: Context,
  { mailId, ...told }: ReceiveComplaint,
): Promise<Outcome<{ complaintId: Id | null }, 'complaint.no_such_account'>> {
  const { accountId } = told;
  const account = await findAccount(context.tx, accountId);
  if (!account) return refuse('complaint.no_such_account');
  const calendar = await calendarOf(context.tx, account.companyId);
  const made: Complaint = {
    ...told,
    ...complaintDays(told, told.receivedOn, calendar),
    complaintId: context.newId(),
    companyId: account.companyId,
    state: 'received',
    cause: null,
    satisfaction: null,
    acknowledgedOn: null,
    answeredOn: null,
    closedOn: null,
  };
  if (!(await insertComplaint(context, made, mailId))) return accept({ complaintId: null });
  await keepComplaint(context, made);
  await startClocks(context, made);
  context.did({ what: 'complaint', id: made.complaintId, facts: { class: made.class } });
  return accept({ complaintId: made.complaintId });
}

export type StepComplaint = {
  readonly accountId: Id;
  readonly complaintId: Id;
  readonly step: ComplaintStep;
  readonly cause: string | null;
  /** From 1 to 5, as the customer said at the end. */
  readonly satisfaction: number | null;
  readonly note: string;
};

const kinds: Readonly<Record<ComplaintStep, string>> = {
  acknowledge: 'acknowledged',
  investigate: 'investigating',
  answer: 'answered',
  close: 'closed',
  reopen: 'reopened',
};

export async function stepComplaint(
  context: Context,
  { accountId, complaintId, step, cause, satisfaction, note }: StepComplaint,
): Promise<Outcome<{ state: ComplaintState }, StepRefusal | 'complaint.no_such_complaint'>> {
  const { tx, today } = context;
  await lockComplaint(tx, complaintId);
  const [found] = await complaintsOf(tx, { accountId, complaintId, companies: 'all' });
  if (!found) return refuse('complaint.no_such_complaint');
  const known = cause ?? found.cause;
  const next = stepped(step, found.state, known);
  if (!next.ok) return next;
  const state = next.value;
  await insertStep(context, found, { kind: kinds[step], note });
  const heard = step === 'acknowledge' || step === 'answer';
  await keepComplaint(context, {
    ...found,
    state,
    cause: known,
    satisfaction: satisfaction ?? found.satisfaction,
    acknowledgedOn: found.acknowledgedOn ?? (heard ? today : null),
    answeredOn: step === 'answer' ? today : step === 'reopen' ? null : found.answeredOn,
    closedOn: step === 'close' ? today : null,
  });
  await stopClocks(context, complaintId, step);
  context.did({ what: `complaint ${kinds[step]}`, id: complaintId });
  return accept({ state });
}

async function startClocks(context: Context, made: Complaint): Promise<void> {
  const { accountId, companyId, complaintId, receivedOn, subject } = made;
  const shared = {
    companyId,
    accountId,
    about: { kind: 'complaint', id: complaintId },
    startedOn: receivedOn,
    source: 'policy: complaints',
    ownerId: null,
    facts: { subject, class: made.class },
  };
  const { acknowledge, answer } = keysOf(complaintId);
  const first = { ...shared, kind: 'complaint_acknowledge' as const, dueOn: made.acknowledgeBy };
  await startClock(context, { ...first, key: acknowledge });
  const second = { ...shared, kind: 'complaint_answer' as const, dueOn: made.answerBy };
  await startClock(context, { ...second, key: answer });
}

async function stopClocks(context: Context, complaintId: Id, step: ComplaintStep): Promise<void> {
  const { acknowledge, answer } = keysOf(complaintId);
  const reason = `complaint ${kinds[step]}`;
  if (step === 'acknowledge' || step === 'answer') {
    await stopClock(context, { key: acknowledge, how: 'met', reason });
  }
  if (step === 'answer') await stopClock(context, { key: answer, how: 'met', reason });
}

function keysOf(complaintId: Id) {
  return {
    acknowledge: `complaint/${complaintId}/acknowledge`,
    answer: `complaint/${complaintId}/answer`,
  };
}
