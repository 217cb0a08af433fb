/**
 * Credits what a case contests: asked for by one person, granted by another, posted as a credit
 * memo and applied at once.
 *
 * What was granted is done once, if it still can be: where the customer paid meanwhile nothing is
 * credited, and the case is open again with the reason why.
 */
import { type Id, id } from '#kernel/ids.ts';
import { type Money, currency, formatMoney, money, parseMoney, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { grantedRequest, requestApproval, settleRequest } from '#areas/approvals/index.ts';
import type { RequestRefusal } from '#areas/approvals/rules/refusal.ts';
import { applyCredit, bookedBase, lockAccount, postItem } from '#areas/ledger/index.ts';
import { referenceOf } from '../rules/case.ts';
import { type CreditPart, type CreditRefusal, creditParts } from '../rules/credit.ts';
import { documentSums, endDisputes } from '../store/case-items.ts';
import { creditsBefore, customerName } from '../store/cases.ts';
import { type OpenedFile, ended, stepCase, takeFile } from './step-case.ts';

/** Which requests of the kind are of a case. */
type CaseSubject = {
  readonly of: 'dispute';
  readonly accountId: Id;
  readonly caseId: Id;
  readonly amount: string;
  readonly currency: string;
};

export type AskCreditRefusal = CreditRefusal | RequestRefusal | 'dispute.no_rate';

/** Asks for the credit memo; the case waits until somebody else has decided. */
export async function askCredit(
  context: Context,
  opened: OpenedFile,
  { amount, evidence }: { readonly amount: Money | null; readonly evidence: string },
): Promise<Outcome<{ requestId: Id; amount: Money }, AskCreditRefusal>> {
  const { file } = opened;
  const { accountId, caseId, companyId } = file;
  const parts = await partsOf(context, opened, amount);
  if (!parts.ok) return parts;
  const wanted = totalOf(parts.value, file.amount);
  const account = await lockAccount(context.tx, accountId);
  const base = account?.baseCurrency ?? wanted.currency;
  const weight = await bookedBase(context.tx, wanted, base, context.today);
  if (!weight.ok) return refuse('dispute.no_rate', { currency: wanted.currency });
  const subject: CaseSubject = {
    of: 'dispute',
    accountId,
    caseId,
    amount: formatMoney(wanted),
    currency: wanted.currency,
  };
  const asked = await requestApproval(context, {
    companyId,
    accountId,
    kind: 'credit_memo',
    subjectKey: `dispute ${caseId}`,
    subject,
    facts: {
      document: opened.items.map(({ number }) => number).join(', '),
      name: await customerName(context.tx, accountId),
    },
    amount: wanted,
    weight: money(weight.value, base),
    evidence,
  });
  return asked.ok ? accept({ requestId: asked.value.requestId, amount: wanted }) : asked;
}

/** Does what was granted for a case; a request that is no case's is somebody else's. */
export async function creditGranted(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ done: boolean }, never>> {
  const request = await grantedRequest(context.tx, requestId, 'credit_memo');
  const subject = request && caseSubject(request.subject);
  if (!subject) return accept({ done: false });
  const taken = await takeFile(context, subject);
  const why = taken.ok ? await credit(context, taken.value, subject, requestId) : taken.refusal;
  if (why === null) {
    await settleRequest(context, requestId, { how: 'done', detail: { caseId: subject.caseId } });
    return accept({ done: true });
  }
  await settleRequest(context, requestId, { how: 'failed', detail: { refusal: why, facts: {} } });
  const waits = taken.ok && taken.value.file.requestId === requestId;
  if (taken.ok && waits) await backToOpen(context, taken.value, why);
  return accept({ done: false });
}

/** What was asked for is not done: whoever coordinates the case decides anew. */
export async function backToOpen(
  context: Context,
  { file }: OpenedFile,
  why: string,
): Promise<void> {
  await stepCase(context, file, {
    kind: 'credit_refused',
    facts: { why },
    note: '',
    change: {
      state: 'open',
      decision: null,
      requestId: null,
      decidedOn: null,
      answeredOn: context.today,
    },
  });
}

/** Null when it is credited, else why it cannot be any more. */
async function credit(
  context: Context,
  opened: OpenedFile,
  { amount: text, currency: code }: CaseSubject,
  requestId: Id,
): Promise<string | null> {
  const { file, items } = opened;
  if (file.state !== 'decided' || file.requestId !== requestId) return 'dispute.decided_otherwise';
  const parts = await partsOf(context, opened, parseMoney(text, currency(code)) ?? null);
  if (!parts.ok) return parts.refusal;
  const posted = await postCredit(context, opened, parts.value);
  if (!posted.ok) return posted.refusal;
  const standing = items.filter((item) => !item.ended);
  const credited = new Set(parts.value.map(({ itemId }) => itemId));
  const [yes, no] = [
    standing.filter(({ itemId }) => credited.has(itemId)),
    standing.filter(({ itemId }) => !credited.has(itemId)),
  ];
  const idsOf = (some: typeof standing): Id[] => some.map(({ disputeId }) => disputeId);
  await endDisputes(context, file.accountId, idsOf(yes), 'credited');
  await endDisputes(context, file.accountId, idsOf(no), 'rejected');
  const amount = totalOf(parts.value, file.amount);
  const rebills = file.decision === 'rebill';
  await stepCase(context, file, {
    kind: 'credited',
    facts: { number: posted.value, credited: formatMoney(amount) },
    note: '',
    phrase: 'activity.dispute_credited',
    change: rebills ? { amount } : { amount, ...ended('credited', context.today) },
  });
  return null;
}

async function postCredit(
  context: Context,
  { file, items }: OpenedFile,
  parts: readonly CreditPart[],
): Promise<Outcome<string>> {
  const { accountId, caseId } = file;
  const total = totalOf(parts, file.amount);
  const tax = money(
    parts.reduce((all, part) => all + part.tax, 0n),
    total.currency,
  );
  const before = await creditsBefore(context.tx, file);
  const number = `CM-${referenceOf(caseId)}${before === 0 ? '' : `-${before + 1}`}`;
  const posted = await postItem(context, {
    accountId,
    kind: 'credit_memo',
    documentId: null,
    number,
    reference: items.map((item) => item.number).join(', '),
    issuedOn: context.today,
    net: money(total.minor - tax.minor, total.currency),
    tax,
    dues: [{ dueOn: context.today, amount: total }],
  });
  if (!posted.ok) return posted;
  const [creditItemId] = posted.value.itemIds;
  if (creditItemId === undefined) throw new Error('a credit memo without an item');
  for (const { itemId, amount } of parts) {
    const wish = { accountId, creditItemId, debitItemId: itemId, amount };
    const applied = await applyCredit(context, { ...wish, effectiveOn: context.today });
    if (!applied.ok) return applied;
  }
  return accept(number);
}

async function partsOf(
  { tx }: Context,
  { file, items }: OpenedFile,
  amount: Money | null,
): Promise<Outcome<CreditPart[], CreditRefusal>> {
  const documentIds = items.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]));
  const sums = await documentSums(tx, file.accountId, documentIds);
  const creditable = items.map((item) => {
    const document = item.documentId === null ? undefined : sums.get(item.documentId);
    const total = document ? money(document.total, item.total.currency) : item.total;
    return { itemId: item.itemId, amount: item.amount, total, tax: document?.tax ?? 0n };
  });
  return creditParts(creditable, amount, file.part);
}

function totalOf(parts: readonly CreditPart[], like: Money): Money {
  return sum(
    parts.map(({ amount }) => amount),
    like.currency,
  );
}

function caseSubject(subject: unknown): CaseSubject | undefined {
  if (typeof subject !== 'object' || subject === null || !('of' in subject)) return undefined;
  // What askCredit above kept.
  const known = subject as CaseSubject;
  if (known.of !== 'dispute') return undefined;
  return { ...known, accountId: id(known.accountId), caseId: id(known.caseId) };
}
