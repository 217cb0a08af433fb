/**
 * What changes from one version of a strategy to the next, as sentences for people.
 *
 * Every difference of meaning has a line; comments, the order of fields and the way a word is
 * quoted are no differences. Examples are only counted: they test, they do not decide.
 */
import { formatDecimal } from '#kernel/decimal.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Condition, Fee, Step, StrategyDocument } from './document.ts';

export const diffCodes = [
  'added',
  'name',
  'company',
  'inherits',
  'order',
  'segment',
  'level',
  'minimum_set',
  'minimum_dropped',
  'between_notices',
  'net_credits_on',
  'net_credits_off',
  'charges_quote',
  'charges_book',
  'charges_off',
  'interest',
  'interest_off',
  'fee',
  'fee_off',
  'step_added',
  'step_dropped',
  'step_days',
  'step_act',
  'step_template',
  'step_to',
  'step_approval',
  'step_when',
  'step_wait',
  'step_minimum',
  'step_escalation',
  'step_also',
  'step_name',
  'branch_added',
  'branch_dropped',
  'vip',
  'exclusion_added',
  'exclusion_dropped',
  'exclusion_until',
  'experiment_on',
  'experiment_off',
  'examples',
] as const;
export type DiffCode = (typeof diffCodes)[number];
export type DiffLine = { readonly code: DiffCode; readonly facts: Facts };

/** The lines from the older to the newer; nothing when both mean the same. */
export function diffOf(before: StrategyDocument | null, after: StrategyDocument): DiffLine[] {
  if (before === null) return [line('added', { steps: after.steps.length, key: after.key })];
  return [
    ...headChanges(before, after),
    ...minimumChanges(before.minimum, after.minimum),
    ...chargeChanges(before, after),
    ...stepChanges(before.steps, after.steps),
    ...otherChanges(before, after),
  ];
}

function line(code: DiffCode, facts: Facts = {}): DiffLine {
  return { code, facts };
}

/** One line where the two texts differ. */
function changed(code: DiffCode, from: string, to: string, facts: Facts = {}): DiffLine[] {
  return from === to ? [] : [line(code, { ...facts, from, to })];
}

function headChanges(before: StrategyDocument, after: StrategyDocument): DiffLine[] {
  const credits = after.netCredits ? 'net_credits_on' : 'net_credits_off';
  return [
    ...changed('name', before.name.en, after.name.en),
    ...changed('company', before.company ?? '*', after.company ?? '*'),
    ...changed('inherits', before.inherits[0] ?? '–', after.inherits[0] ?? '–'),
    ...changed('order', `${before.segment.order}`, `${after.segment.order}`),
    ...changed('segment', conditionText(before.segment.where), conditionText(after.segment.where)),
    ...changed('level', before.level, after.level),
    ...changed('between_notices', `${before.betweenNotices}`, `${after.betweenNotices}`),
    ...(before.netCredits === after.netCredits ? [] : [line(credits)]),
  ];
}

function minimumChanges(before: readonly Money[], after: readonly Money[]): DiffLine[] {
  const set = after.flatMap((money) => {
    const old = before.find(({ currency }) => currency === money.currency);
    const { currency } = money;
    return old?.minor === money.minor
      ? []
      : [
          line('minimum_set', {
            currency,
            from: old ? formatMoney(old) : '0',
            to: formatMoney(money),
          }),
        ];
  });
  const dropped = before
    .filter(({ currency }) => after.every((money) => money.currency !== currency))
    .map(({ currency }) => line('minimum_dropped', { currency }));
  return [...set, ...dropped];
}

function chargeChanges(
  { charges: before }: StrategyDocument,
  { charges: after }: StrategyDocument,
): DiffLine[] {
  if (after === null) return before === null ? [] : [line('charges_off')];
  const mode = after.mode === 'book' ? 'charges_book' : 'charges_quote';
  const rate = ratesOf(after.interest);
  const oldRate = ratesOf(before?.interest ?? null);
  const fees = after.fees.filter((fee) => !(before?.fees ?? []).some((old) => sameFee(old, fee)));
  const gone = (before?.fees ?? []).filter(
    ({ step, amount }) =>
      !after.fees.some((fee) => fee.step === step && fee.amount.currency === amount.currency),
  );
  return [
    ...(before?.mode === after.mode ? [] : [line(mode)]),
    ...(rate === '' && oldRate !== '' ? [line('interest_off')] : []),
    ...(rate === '' ? [] : changed('interest', oldRate || '–', rate)),
    ...fees.map(({ step, amount }) => line('fee', { step, amount: moneyText(amount) })),
    ...gone.map(({ step, amount }) => line('fee_off', { step, amount: moneyText(amount) })),
  ];
}

function ratesOf(interest: NonNullable<StrategyDocument['charges']>['interest']): string {
  if (interest === null) return '';
  const { ratePct, dayCount } = interest;
  return `${formatDecimal(ratePct, ratePct.scale)} % ${dayCount}`;
}

function sameFee(a: Fee, b: Fee): boolean {
  return a.step === b.step && moneyText(a.amount) === moneyText(b.amount) && a.once === b.once;
}

function stepChanges(before: readonly Step[], after: readonly Step[]): DiffLine[] {
  const lines = after.flatMap((step) => {
    const old = before.find(({ key }) => key === step.key);
    if (old !== undefined) return oneStep(old, step);
    return [line('step_added', { step: step.key, days: step.days, act: step.act })];
  });
  const dropped = before
    .filter(({ key }) => after.every((step) => step.key !== key))
    .map(({ key, days }) => line('step_dropped', { step: key, days }));
  return [...lines, ...dropped];
}

function oneStep(old: Step, now: Step): DiffLine[] {
  const facts = { step: now.key };
  return [
    ...changed('step_days', `${old.days}`, `${now.days}`, facts),
    ...changed('step_act', old.act, now.act, facts),
    ...changed('step_template', old.template ?? '–', now.template ?? '–', facts),
    ...changed('step_to', old.to, now.to, facts),
    ...changed('step_approval', approvalText(old), approvalText(now), facts),
    ...changed('step_when', conditionText(old.when), conditionText(now.when), facts),
    ...changed('step_wait', waitText(old), waitText(now), facts),
    ...changed('step_minimum', moneysText(old.minimum), moneysText(now.minimum), facts),
    ...changed('step_escalation', escalationText(old), escalationText(now), facts),
    ...changed('step_also', old.also.join(', ') || '–', now.also.join(', ') || '–', facts),
    ...changed('step_name', old.name?.en ?? '–', now.name?.en ?? '–', facts),
  ];
}

function otherChanges(before: StrategyDocument, after: StrategyDocument): DiffLine[] {
  return [
    ...branchChanges(before, after),
    ...(JSON.stringify(before.vip, bigintAsText) === JSON.stringify(after.vip, bigintAsText)
      ? []
      : [line('vip', { from: before.vip.length, to: after.vip.length })]),
    ...exclusionChanges(before, after),
    ...experimentChanges(before, after),
    ...changed('examples', `${before.examples.length}`, `${after.examples.length}`),
  ];
}

function branchChanges(before: StrategyDocument, after: StrategyDocument): DiffLine[] {
  const has = ({ branches }: StrategyDocument, on: string, goTo: string): boolean =>
    branches.some((each) => each.on === on && each.goTo === goTo);
  return [
    ...after.branches
      .filter(({ on, goTo }) => !has(before, on, goTo))
      .map(({ on, goTo }) => line('branch_added', { event: on, step: goTo })),
    ...before.branches
      .filter(({ on, goTo }) => !has(after, on, goTo))
      .map(({ on, goTo }) => line('branch_dropped', { event: on, step: goTo })),
  ];
}

function exclusionChanges(before: StrategyDocument, after: StrategyDocument): DiffLine[] {
  const find = ({ exclusions }: StrategyDocument, by: string, value: string) =>
    exclusions.find((each) => each.by === by && each.value === value);
  return [
    ...after.exclusions.flatMap(({ by, value, until, reason }) => {
      const old = find(before, by, value);
      if (old === undefined) return [line('exclusion_added', { by, value, until, reason })];
      return changed('exclusion_until', old.until, until, { by, value });
    }),
    ...before.exclusions
      .filter(({ by, value }) => find(after, by, value) === undefined)
      .map(({ by, value }) => line('exclusion_dropped', { by, value })),
  ];
}

function experimentChanges(before: StrategyDocument, after: StrategyDocument): DiffLine[] {
  const text = ({ experiment: trial }: StrategyDocument): string =>
    trial === null
      ? ''
      : [trial.challenger, shareText(trial.sharePct), trial.from, trial.to].join();
  if (text(before) === text(after)) return [];
  const { experiment: trial } = after;
  if (trial === null) return [line('experiment_off')];
  const { challenger, sharePct, from, to } = trial;
  return [line('experiment_on', { challenger, share: shareText(sharePct), from, to })];
}

function shareText(share: Parameters<typeof formatDecimal>[0]): string {
  return formatDecimal(share, share.scale);
}

function approvalText({ approval }: Step): string {
  return approval.kind === 'above' ? `> ${moneysText(approval.amounts)}` : approval.kind;
}

function waitText({ waitDays }: Step): string {
  return waitDays === null ? '–' : `${waitDays}`;
}

function escalationText({ escalation }: Step): string {
  return escalation === null ? '–' : `${escalation.to} +${escalation.afterDays}`;
}

function moneyText(amount: Money): string {
  return `${formatMoney(amount)} ${amount.currency}`;
}

function moneysText(amounts: readonly Money[] | null): string {
  return amounts === null || amounts.length === 0 ? '–' : amounts.map(moneyText).join(', ');
}

const signs = { any_of: '=', none_of: '≠', at_least: '≥', at_most: '≤' } as const;

/** Conditions in short: `kind = trade, public; overdue ≥ 1000.00 USD`. */
export function conditionText(conditions: readonly Condition[]): string {
  if (conditions.length === 0) return '–';
  return conditions
    .map((each) => {
      const value =
        'values' in each
          ? each.values.join(', ')
          : typeof each.value === 'number'
            ? `${each.value}`
            : moneyText(each.value);
      return `${each.field} ${signs[each.test]} ${value}`;
    })
    .join('; ');
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
