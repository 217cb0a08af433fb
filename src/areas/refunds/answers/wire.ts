/** Refunds and credits as the API and the command line write them. */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { say } from '#platform/cli/say.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireClock, WireCredit, WirePayout, WireRefund } from '../contract/shapes.ts';
import { stands } from '../rules/authorisation.ts';
import type { Finding } from '../rules/findings.ts';
import { methodFor } from '../rules/origin.ts';
import { isPackId } from '../rules/packs.ts';
import { standingAuthorisations } from '../store/authorisations.ts';
import {
  type CreditFilter,
  type FoundCredit,
  type OpenCredit,
  foundCredits,
  openCredits,
} from '../store/credits.ts';
import { type ListedRefund, type RefundFilter, listRefunds } from '../store/list.ts';
import { payeesOf } from '../store/payees.ts';
import type { Payout } from '../store/payments.ts';
import { words } from '../words.ts';

export type Reader = { readonly today: Day; readonly language: Language };

/** Eligible credits with their clocks; the next day that a law names comes first. */
export async function wireCredits(
  db: Queries,
  filter: CreditFilter,
  { today }: Reader,
): Promise<WireCredit[]> {
  const credits = await openCredits(db, filter);
  const accountIds = [...new Set(credits.map(({ accountId }) => accountId))];
  const found = await foundCredits(db, { companies: filter.companies, accountIds });
  const given = await standingAuthorisations(db, accountIds);
  const banks = await payeesOf(db, accountIds);
  const rows = credits.map((credit): WireCredit => {
    const law = clockOf(credit, found);
    const bank = banks.find(
      ({ accountId, state }) => accountId === credit.accountId && state === 'confirmed',
    );
    const hold = given.find(
      (each) =>
        each.accountId === credit.accountId && each.kind === 'hold_title_iv' && stands(each, today),
    );
    return {
      ...plainCredit(credit, today),
      method: methodFor(credit, bank?.kind),
      clock: law === undefined ? null : wireClock(law, today),
      mayBeHeld:
        hold === undefined
          ? null
          : { givenBy: hold.givenBy, givenOn: hold.givenOn, untilOn: hold.untilOn },
    };
  });
  const due = ({ clock }: WireCredit): string => clock?.dueOn ?? '9999-12-31';
  return rows.toSorted((a, b) => due(a).localeCompare(due(b)));
}

function plainCredit(credit: OpenCredit, today: Day) {
  const { accountId, account, name, itemId, document, origin, on, open } = credit;
  return {
    accountId,
    account,
    name,
    itemId,
    document,
    origin,
    on,
    ageDays: daysBetween(on, today),
    amount: formatMoney(credit.amount),
    open: formatMoney(open),
    available: formatMoney(credit.available),
    currency: open.currency,
  };
}

/** The law that asks first: for this very item, else for the account's payment period. */
function clockOf(credit: OpenCredit, found: readonly FoundCredit[]): FoundCredit | undefined {
  return found.find(
    ({ accountId, itemId, pack }) =>
      accountId === credit.accountId &&
      (itemId === credit.itemId || (itemId === null && pack === credit.origin)),
  );
}

/** Day 9 of 14. */
export function wireClock(found: FoundCredit, today: Day): WireClock | null {
  if (!isPackId(found.pack)) return null;
  const { creditId, pack, citation, aroseOn, dueOn, amount } = found;
  return {
    creditId,
    pack,
    citation,
    aroseOn,
    dueOn,
    day: daysBetween(aroseOn, today),
    of: daysBetween(aroseOn, dueOn),
    amount: formatMoney(amount),
  };
}

/** A file that was made; its bytes stay sealed. */
export function wirePayout(made: Payout): WirePayout {
  const { payoutId, company, method, madeOn, payments, total, fileName, sha256, by } = made;
  const currency = total.currency;
  const sum = formatMoney(total);
  return {
    payoutId,
    company,
    method,
    madeOn,
    payments,
    total: sum,
    currency,
    fileName,
    sha256,
    by,
  };
}

export async function wireRefunds(
  db: Queries,
  filter: RefundFilter,
  limit: number,
  reader: Reader,
): Promise<WireRefund[]> {
  const rows = await listRefunds(db, filter, limit);
  const accountIds = [...new Set(rows.map(({ accountId }) => accountId))];
  const found = await foundCredits(db, { companies: filter.companies, accountIds });
  const byId = new Map(found.map((credit) => [credit.creditId, credit]));
  return rows.map((row) => wireRefund(row, byId, reader));
}

function wireRefund(
  row: ListedRefund,
  found: ReadonlyMap<Id, FoundCredit>,
  { today, language }: Reader,
): WireRefund {
  const { amount, findings, needs, approvedBy, creditId } = row;
  const credit = creditId === null ? undefined : found.get(creditId);
  return {
    accountId: row.accountId,
    account: row.account,
    name: row.name,
    refundId: row.refundId,
    company: row.company,
    purpose: row.purpose,
    origin: row.origin,
    method: row.method,
    payee: row.payee,
    payeeName: row.payeeName,
    state: row.state,
    stateOn: row.stateOn,
    held: row.held,
    requestedOn: row.requestedOn,
    number: row.number,
    requestedBy: actorName(row.requestedBy, language),
    amount: formatMoney(amount),
    currency: amount.currency,
    approvals: { needs, given: [...approvedBy] },
    clock: credit === undefined ? null : wireClock(credit, today),
    findings: findings.map((finding) => ({
      check: finding.check,
      holds: finding.holds,
      text: findingText(finding, language),
    })),
  };
}

function findingText({ check, facts }: Finding, language: Language): string {
  return say(words, `refunds.found_${check}`, facts, language);
}
