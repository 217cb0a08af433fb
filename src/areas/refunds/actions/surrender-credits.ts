/**
 * Money that nobody asked for: a letter to its owner, a second person's word, then the account of
 * unclaimed property and the report to the state.
 *
 * It goes through the same hands as a refund, because it is one: to the state instead of its owner.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney, money, type Money } from '#kernel/money.ts';
import { parseDay } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { requestApproval } from '#areas/approvals/index.ts';
import { stopClock } from '#areas/clocks/index.ts';
import { writeByTemplate } from '#areas/correspondence/index.ts';
import { baseCurrencyOf } from '#areas/customers/index.ts';
import { bookedBase, payRefund, reserveCredit } from '#areas/ledger/index.ts';
import { csvText } from '#formats/csv/write.ts';
import { maySurrender, stageOf } from '../rules/dormant.ts';
import { endCredit, type FoundCredit, foundCredits, openCredits } from '../store/credits.ts';
import { insertLetter, languageOf, ownerName, writtenTo } from '../store/owners.ts';
import {
  insertEvent,
  insertRefund,
  moveRefund,
  type Refund,
  releasedRefunds,
} from '../store/refunds.ts';
import { insertReport } from '../store/unclaimed.ts';
import { creditClock } from './end-clocks.ts';

const pack = 'unclaimed_dc';

/** Writes to every owner whose letter is due; the same letter twice is one. */
export async function writeLetters(
  context: Context,
  companyIds: readonly Id[] | 'all',
): Promise<Outcome<{ written: number }>> {
  const credits = await foundCredits(context.tx, { companies: companyIds, packs: [pack] });
  const known = await writtenTo(
    context.tx,
    credits.map(({ accountId }) => accountId),
  );
  let written = 0;
  for (const credit of credits) {
    if (stageOf(heldOf(credit, known), context.today) !== 'letter_due') continue;
    const letter = await writeLetter(context, credit);
    if (!letter.ok) return letter;
    written += 1;
  }
  context.did({ what: 'letters to owners', facts: { written } });
  return accept({ written });
}

type Known = Pick<ReadonlyMap<string, unknown>, 'has'>;

function heldOf({ accountId, subject, dueOn, facts }: FoundCredit, known: Known) {
  return { dormantOn: dueOn, facts, isWritten: known.has(`${accountId} ${subject}`) };
}

async function writeLetter(context: Context, credit: FoundCredit): Promise<Outcome<Id>> {
  const { tx } = context;
  const { accountId, creditId, amount, aroseOn, facts } = credit;
  const language = await languageOf(tx, accountId);
  const replyBy = parseDay(facts['reportBefore'] ?? '') ?? credit.dueOn;
  const { name } = await ownerName(tx, accountId);
  const queued = await writeByTemplate(context, {
    key: `unclaimed/${accountId}/${credit.subject}`,
    accountId,
    contactId: null,
    channel: 'letter',
    toName: name,
    toAddress: '',
    language,
    templateKey: 'unclaimed-letter',
    extra: { payment: { amount, on: aroseOn, reference: creditId.slice(-8) }, replyBy },
  });
  if (!queued.ok) return queued;
  await insertLetter(context, { accountId, creditId, messageId: queued.value.messageId });
  return accept(queued.value.messageId);
}

export type Surrender = {
  readonly accountId: Id;
  readonly creditId: Id;
  readonly evidence: string;
};

/** Asks that a dormant credit may go to the state: it is held, and a second person decides. */
export async function requestSurrender(
  context: Context,
  { accountId, creditId, evidence }: Surrender,
): Promise<Outcome<{ refundId: Id; requestId: Id }>> {
  const { tx, today, actor } = context;
  const found = await foundCredits(tx, {
    companies: 'all',
    accountIds: [accountId],
    packs: [pack],
  });
  const credit = found.find((each) => each.creditId === creditId);
  if (!credit?.itemId) return refuse('refunds.no_such_credit');
  const may = maySurrender(heldOf(credit, await writtenTo(tx, [accountId])), today);
  if (!may.ok) return may;
  const { itemId, companyId, amount } = credit;
  const held = await reserveCredit(context, { accountId, creditItemId: itemId, amount });
  if (!held.ok) return held;
  const base = await baseOf(context, companyId, amount);
  if (!base.ok) return base;
  const [open] = await openCredits(tx, { companies: 'all', accountId, itemIds: [itemId] });
  const refundId = context.newId();
  const { reservationId } = held.value;
  await insertRefund(context, {
    accountId,
    refundId,
    companyId,
    purpose: 'unclaimed',
    origin: open?.origin ?? 'unapplied',
    method: 'state',
    payee: 'state',
    payeeName: 'District of Columbia',
    payeeId: null,
    capture: null,
    amount,
    base: base.value.minor,
    creditId,
    findings: [],
    requestedBy: actor.memberId,
    parts: [{ itemId, reservationId, amount }],
  });
  await insertEvent(context, { accountId, refundId, kind: 'requested' });
  const { name } = await ownerName(tx, accountId);
  const asked = await requestApproval(context, {
    companyId,
    accountId,
    kind: 'refund',
    subjectKey: refundId,
    subject: { accountId, refundId },
    facts: { name: `District of Columbia (${name})`, document: open?.document ?? '' },
    amount,
    weight: base.value,
    evidence,
  });
  if (!asked.ok) return asked;
  const { requestId } = asked.value;
  await moveRefund(context, { accountId, refundId }, { requestId });
  context.did({ what: 'surrender asked for', id: refundId });
  return accept({ refundId, requestId });
}

async function baseOf(
  { tx, today }: Context,
  companyId: Id,
  amount: Money,
): Promise<Outcome<Money>> {
  const currency = await baseCurrencyOf(tx, companyId);
  const base = await bookedBase(tx, amount, currency, today);
  return base.ok ? accept(money(base.value, currency)) : base;
}

export type MakeReport = { readonly companyId: Id; readonly company: string; readonly state: 'DC' };
export type Reported = { readonly reportId: Id; readonly lines: number; readonly total: Money };

/** The report to the state, with everything that was released for it: posted, and ended. */
export async function makeReport(
  context: Context,
  { companyId, company, state }: MakeReport,
): Promise<Outcome<Reported>> {
  const { tx, today } = context;
  const currency = await baseCurrencyOf(tx, companyId);
  const refunds = await releasedRefunds(tx, { companyId, method: 'state', currency });
  if (refunds.length === 0) return refuse('refunds.nothing_released', { method: 'state' });
  const reportId = context.newId();
  const rows: string[][] = [];
  for (const refund of refunds) {
    const posted = await surrender(context, refund);
    if (!posted.ok) return posted;
    const { account, name } = await ownerName(tx, refund.accountId);
    rows.push([name, account, formatMoney(refund.amount), currency, refund.requestedOn, state]);
  }
  const head = ['owner', 'account', 'amount', 'currency', 'since', 'state'];
  const content = csvText([head, ...rows]);
  const total = money(
    refunds.reduce((all, { amount }) => all + amount.minor, 0n),
    currency,
  );
  await insertReport(
    context,
    {
      reportId,
      companyId,
      state,
      total,
      fileName: `unclaimed-${company}-${state}-${today}.csv`,
      sha256: fingerprint(new TextEncoder().encode(content)),
      content,
    },
    refunds,
  );
  context.did({ what: 'unclaimed property reported', id: reportId, facts: { state } });
  return accept({ reportId, lines: refunds.length, total });
}

/** From the customer's credit to what we owe the state. */
async function surrender(context: Context, refund: Refund): Promise<Outcome<null>> {
  const { accountId, refundId, creditId } = refund;
  for (const { itemId, amount, reservationId } of refund.parts) {
    const posted = await payRefund(context, {
      accountId,
      creditItemId: itemId,
      amount,
      paidOn: context.today,
      method: 'other',
      reference: '',
      reservationId,
      to: 'unclaimed-property',
    });
    if (!posted.ok) return posted;
  }
  await insertEvent(context, { accountId, refundId, kind: 'ended' });
  await moveRefund(context, refund, { state: 'ended' });
  if (creditId === null) return accept(null);
  const key = creditClock(creditId);
  await stopClock(context, { key, how: 'met', reason: 'reported to the state' });
  await endCredit(context, { accountId, creditId }, 'surrendered');
  return accept(null);
}
