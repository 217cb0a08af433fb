/** Charges as they cross the wire: rows with their formula, runs, debit memos, rests. */
import type { Day } from '#kernel/day.ts';
import { currency, formatMoney, parseMoney, plus } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { writeOffPolicyOf } from '#areas/ledger/index.ts';
import { isSmall } from '#areas/ledger/rules/small-balance.ts';
import type { WireCharge, WireChargeRow, WireChargeRun, WireRest } from '../contract.ts';
import type { WorkedLine } from '../rules/computing.ts';
import { shortReason } from '../rules/short.ts';
import type { Charge } from '../store/booked.ts';
import type { RunCard, RunRow, Totals } from '../store/runs.ts';
import { type FoundRest, restsLeft } from '../store/short.ts';

type Shown = RunRow & {
  readonly account: string;
  readonly name: string;
  readonly chargeItemId?: string | null;
};

export function wireRow({ interest, fee, worked, ...row }: Shown): WireChargeRow {
  const { accountId, account, name, itemId, chargeItemId = null } = row;
  const { document, dueOn, stopped, basis, dayCount, cappedTo, lines } = worked;
  return {
    accountId,
    account,
    name,
    itemId,
    document,
    dueOn,
    interest: formatMoney(interest),
    fee: formatMoney(fee),
    currency: interest.currency,
    stopped,
    basis,
    dayCount,
    cappedTo,
    lines: [...lines],
    formula: formulaOf(lines, dayCount, formatMoney(interest), formatMoney(fee)),
    chargeItemId,
  };
}

/** `1200.00 × 12.00 % × 45/365 = 17.75; + 25.00`: the working in one line. */
function formulaOf(
  lines: readonly WorkedLine[],
  dayCount: string | null,
  interest: string,
  fee: string,
): string {
  if (dayCount === null) return '';
  const year = dayCount === 'ACT/365F' ? '365' : dayCount === 'ACT/ACT' ? '365|366' : '360';
  const parts = lines.map(
    ({ principal, ratePct, days }) => `${principal} × ${ratePct} % × ${days}/${year}`,
  );
  const counted = dayCount === 'ACT/365F' ? '' : ` (${dayCount})`;
  const sum = parts.length === 0 ? '' : `${parts.join(' + ')} = ${interest}${counted}`;
  return /[1-9]/u.test(fee) ? [sum, `+ ${fee}`].filter(Boolean).join('; ') : sum;
}

export function wireTotals(totals: Totals): WireChargeRun['totals'] {
  return Object.entries(totals).map(([code, { interest, fees }]) => {
    const known = currency(code);
    const [one, other] = [parseMoney(interest, known), parseMoney(fees, known)];
    if (!one || !other) throw new Error(`a run adds up to ${interest} and ${fees}`);
    return { currency: code, interest, fees, sum: formatMoney(plus(one, other)) };
  });
}

export function wireRun(run: RunCard, actorRef: string): WireChargeRun {
  const { runId, company, asOf, count, totals, by, reason, at, alone, actor, decision } = run;
  const mine = actor === actorRef;
  const shared = { runId, company, asOf, count, by, reason, at, mine, alone, decision };
  return { ...shared, totals: wireTotals(totals) };
}

export function wireCharge(charge: Charge): WireCharge {
  const { accountId, account, name, company, chargeItemId, runId, document, on } = charge;
  const { interest, fee, open, items, ended, reinstatedBy } = charge;
  return {
    accountId,
    account,
    name,
    company,
    chargeItemId,
    runId,
    document,
    on,
    interest: formatMoney(interest),
    fee: formatMoney(fee),
    open: formatMoney(open),
    currency: interest.currency,
    about: items.map((each) => each.document),
    state: reinstatedBy !== null ? 'reinstated' : (ended?.how ?? 'standing'),
    ended: ended && { by: ended.by, reason: ended.reason },
  };
}

/** Rests with their reason; what stands for a reason that no longer holds is left out. */
export async function readRests(
  db: Queries,
  companies: CompanyScope,
  today: Day,
): Promise<WireRest[]> {
  const found = await restsLeft(db, companies, today);
  const policies = new Map(
    await Promise.all(
      [...new Set(found.map((each) => each.companyId))].map(
        async (companyId) => [companyId, (await writeOffPolicyOf(db, companyId)).small] as const,
      ),
    ),
  );
  return found.flatMap((rest) => {
    const small = isSmall(rest.open, policies.get(rest.companyId) ?? { most: {} });
    return wireRest(rest, small, today);
  });
}

function wireRest(rest: FoundRest, small: boolean, today: Day): WireRest[] {
  const { amount, open, instalment, offered } = rest;
  const shape = { amount: amount.minor, open: open.minor, instalment, offered, small };
  const why = shortReason(shape);
  if (why === undefined) return [];
  const { accountId, account, name, itemId, document, dueOn, disputed, said } = rest;
  const past = said?.answer === 'leave' && said.until !== null && said.until <= today;
  return [
    {
      accountId,
      account,
      name,
      itemId,
      document,
      dueOn,
      amount: formatMoney(amount),
      open: formatMoney(open),
      currency: open.currency,
      why,
      disputed,
      said: past ? null : said,
    },
  ];
}
