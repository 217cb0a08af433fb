/**
 * What one typed about an outcome, read into what the server takes. Everything goes through the
 * contract's own schema; what does not fit comes back field by field.
 */
import {
  came,
  type CallOutcome,
  type CallPrep,
  type Came,
} from '#areas/correspondence/contract/calls.ts';

export type Read =
  | { readonly ok: true; readonly value: Came }
  | { readonly ok: false; readonly fields: readonly string[] };

/** Outcomes of which nothing more needs to be said. */
export const plainOutcomes: ReadonlySet<CallOutcome> = new Set([
  'wrong_person',
  'no_answer',
  'voicemail',
  'refuses',
  'information',
]);

/** Reads the form of one outcome. */
export function readCame(outcome: CallOutcome, form: FormData, currency: string): Read {
  const text = (name: string): string => textIn(form, name);
  const some = (name: string): string | undefined => text(name) || undefined;
  const all = (name: string): string[] => form.getAll(name).map(String);
  const told: Record<string, unknown> = {
    outcome,
    currency,
    amount: some('amount'),
    dueOn: some('dueOn'),
    method: some('method') ?? (outcome === 'already_paid' ? undefined : null),
    supersedes: all('supersedes'),
    parts: Number(text('parts')),
    firstOn: some('firstOn'),
    every: some('every'),
    originalIds: all('originalIds'),
    email: some('email') ?? null,
    reference: text('reference'),
    paidOn: some('paidOn'),
    on: some('on'),
    at: some('at'),
    zone: some('zone'),
    number: some('number') ?? null,
    memberId: some('memberId'),
    scope: some('scope'),
    reason: some('reason'),
    part: some('part'),
    note: text('disputeNote'),
    ownerId: some('ownerId') ?? null,
    items: [{ itemId: text('itemId'), amount: some('amount') ?? null }],
  };
  const read = came.safeParse(told);
  if (read.success) return { ok: true, value: read.data };
  return { ok: false, fields: read.error.issues.map(({ path }) => String(path.at(-1) ?? '')) };
}

/** What is left to be asked for once some of it is disputed in this very call. */
export function askLeft(prep: CallPrep, sofar: readonly Came[]): string {
  const { goal } = prep;
  if (goal === null) return '';
  const cents = sofar.reduce(
    (left, each) => {
      if (each.outcome !== 'dispute' || each.currency !== goal.currency) return left;
      return each.items.reduce((rest, item) => rest - minor(item.amount ?? '0', goal.ask), left);
    },
    minor(goal.ask, goal.ask),
  );
  return cents > 0n ? decimal(cents, goal.ask) : '';
}

/** Decimal strings of one currency as whole numbers; both have the decimals of the ask. */
function minor(amount: string, like: string): bigint {
  const decimals = (like.split('.')[1] ?? '').length;
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole + part.padEnd(decimals, '0').slice(0, decimals));
}

function decimal(cents: bigint, like: string): string {
  const decimals = (like.split('.')[1] ?? '').length;
  const text = cents.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** What stands in a field, without spaces around it; a file is no text. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
