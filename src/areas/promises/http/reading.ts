/** Reads the terms of a plan or a settlement from a request: amounts, days, rates. */
import { day } from '#kernel/day.ts';
import { parseDecimal } from '#kernel/decimal.ts';
import { id } from '#kernel/ids.ts';
import { type Currency, type Money, currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import type { DrawPlan } from '../actions/plans/draw-plan.ts';
import type { amendPlan, previewPlan } from '../contract/plans.ts';
import type { PlanEdit } from '../rules/plans/draft.ts';

export type ReadRefusal = 'plan.amount_unreadable' | 'plan.rate_unreadable';

export function readTerms(
  accountId: string,
  body: BodyOf<typeof previewPlan>,
): Outcome<DrawPlan, ReadRefusal> {
  const code = currency(body.currency);
  const down = readAmount(body.down, code);
  if (!down.ok) return down;
  const fee = readAmount(body.fee, code);
  if (!fee.ok) return fee;
  const aprPct = parseDecimal(body.aprPct);
  if (!aprPct) return refuse('plan.rate_unreadable', { rate: body.aprPct });
  const edits = readEdits(body.edits, code);
  if (!edits.ok) return edits;
  return accept({
    accountId: id(accountId),
    currency: code,
    itemIds: [...new Set(body.itemIds.map(id))],
    down: down.value,
    fee: fee.value,
    aprPct,
    frequency: body.frequency,
    count: body.count,
    firstOn: day(body.firstOn),
    days: body.days.map(day),
    edits: edits.value,
    party: body.party,
  });
}

export function readEdits(
  edits: BodyOf<typeof amendPlan>['edits'],
  code: Currency,
): Outcome<PlanEdit[], 'plan.amount_unreadable'> {
  const read: PlanEdit[] = [];
  for (const { no, amount, dueOn } of edits) {
    const parsed = amount === undefined ? undefined : readAmount(amount, code);
    if (parsed && !parsed.ok) return parsed;
    read.push({
      no,
      amount: parsed?.value,
      dueOn: dueOn === undefined ? undefined : day(dueOn),
    });
  }
  return accept(read);
}

export function readAmount(text: string, code: Currency): Outcome<Money, 'plan.amount_unreadable'> {
  const amount = parseMoney(text, code);
  return amount
    ? accept(amount)
    : refuse('plan.amount_unreadable', { amount: text, currency: code });
}
