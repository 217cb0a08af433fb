/**
 * Gives up the small rests of a company by its policy: by one's own authority over their sum, by
 * a second person's, or every night where the company lets the policy do it.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Id, parseId } from '#kernel/ids.ts';
import { type Money, formatMoney, money, zero } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { grantedRequest, requestApproval, settleRequest } from '#areas/approvals/index.ts';
import type { RequestRefusal } from '#areas/approvals/rules/refusal.ts';
import { ownAuthority, writeOffPolicyOf, writeOffSmall } from '#areas/ledger/index.ts';
import type { AuthorityRefusal } from '#areas/ledger/rules/authority.ts';
import { type SweepRefusal, acceptSweep, lastCutOff } from '../rules/sweeping.ts';
import { companyNamed } from '../store/companies.ts';
import { type SmallRest, smallRests } from '../store/small.ts';
import { type SweptRow, insertSweep, insertSwept, waitingRows } from '../store/sweeps.ts';

/** More than so many rests are swept in several goes. */
export const mostAtOnce = 5_000;

export type Sweep = {
  readonly companyId: Id;
  readonly cutOff: Day;
  /** So many were listed when the person decided. */
  readonly count: number;
};

export type Swept = { readonly sweepId: Id; readonly done: number; readonly failed: number };

export async function sweepSmall(
  context: Context,
  wish: Sweep,
): Promise<Outcome<Swept, SweepRefusal | AuthorityRefusal>> {
  const listed = await listFor(context, wish);
  if (!listed.ok) return listed;
  const { weight, rows } = listed.value;
  const before = zero(weight.currency);
  const what = { companyId: wish.companyId, accountId: null, kind: 'write_off' } as const;
  const allowed = await ownAuthority(context, { ...what, weight, before });
  if (!allowed.ok) return allowed;
  const sweepId = await keep(context, wish, { weight, rows, automatic: false });
  return accept(await carryOut(context, sweepId));
}

/** Asks a second person for a sweep; its rows are kept as they were listed. */
export async function askSweep(
  context: Context,
  { evidence, ...wish }: Sweep & { readonly evidence: string },
): Promise<Outcome<{ requestId: Id }, SweepRefusal | RequestRefusal>> {
  const listed = await listFor(context, wish);
  if (!listed.ok) return listed;
  const { weight, rows, name } = listed.value;
  const sweepId = await keep(context, wish, { weight, rows, automatic: false });
  return requestApproval(context, {
    companyId: wish.companyId,
    accountId: null,
    kind: 'write_off',
    subjectKey: `sweep ${wish.companyId} ${wish.cutOff}`,
    subject: { sweepId },
    facts: { document: `${rows.length} × ≤ ${largest(rows)}`, name },
    amount: weight,
    weight,
    evidence,
  });
}

/** Does a sweep that was granted, once; rows that cannot go any more say why. */
export async function sweepGranted(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ done: boolean }, never>> {
  const request = await grantedRequest(context.tx, requestId, 'write_off');
  // What askSweep above kept, or what another area did.
  const said = request?.subject as { sweepId?: string } | undefined;
  const sweepId = said?.sweepId === undefined ? undefined : parseId(said.sweepId);
  if (sweepId === undefined) return accept({ done: false });
  const swept = await carryOut(context, sweepId);
  const how = swept.done > 0 ? 'done' : 'failed';
  await settleRequest(context, requestId, { how, detail: swept });
  return accept({ done: swept.done > 0 });
}

/** The night's sweep of a company whose policy does it by itself; null where it does not. */
export async function sweepByPolicy(
  context: Context,
  companyId: Id,
): Promise<Outcome<Swept | null, SweepRefusal>> {
  const { small } = await writeOffPolicyOf(context.tx, companyId);
  if (!small.automatic) return accept(null);
  const cutOff = plusDays(context.today, -small.days);
  const { weight, rows } = await listNow(context, { companyId, cutOff });
  if (rows.length === 0) return accept(null);
  const sweepId = await keep(context, { companyId, cutOff }, { weight, rows, automatic: true });
  return accept(await carryOut(context, sweepId));
}

type Listed = {
  readonly rows: readonly SmallRest[];
  readonly weight: Money;
  readonly name: string;
};

async function listFor(
  context: Context,
  { count, ...which }: Sweep,
): Promise<Outcome<Listed, SweepRefusal>> {
  const { small } = await writeOffPolicyOf(context.tx, which.companyId);
  const listed = await listNow(context, which);
  const seen = { cutOff: which.cutOff, count: listed.rows.length };
  const fit = acceptSweep(seen, count, lastCutOff(context.today, small.days));
  return fit.ok ? accept(listed) : fit;
}

async function listNow(
  { tx }: Context,
  { companyId, cutOff }: Pick<Sweep, 'companyId' | 'cutOff'>,
): Promise<Listed> {
  const { small } = await writeOffPolicyOf(tx, companyId);
  const { name, base } = await companyNamed(tx, companyId);
  const all = await smallRests(tx, { companyId, cutOff, most: small.most }, mostAtOnce);
  const rows = all.filter(({ leftOut }) => leftOut === undefined);
  const weight = rows.reduce((sum, row) => sum + row.openBase, 0n);
  return { rows, weight: money(weight, base), name };
}

async function keep(
  context: Context,
  { companyId, cutOff }: Pick<Sweep, 'companyId' | 'cutOff'>,
  { weight, rows, automatic }: Omit<Listed, 'name'> & { readonly automatic: boolean },
): Promise<Id> {
  const sweepId = context.newId();
  const kept = { sweepId, companyId, cutOff, weight: weight.minor, automatic, rows };
  await insertSweep(context, kept);
  context.did({ what: 'sweep of small balances', id: sweepId, facts: { rows: rows.length } });
  return sweepId;
}

async function carryOut(context: Context, sweepId: Id): Promise<Swept> {
  const swept: SweptRow[] = [];
  for (const { accountId, itemId, amount, contested } of await waitingRows(context.tx, sweepId)) {
    const row = { accountId, itemId, entryId: null, refusal: 'write_offs.now_left_out' };
    if (contested) {
      swept.push(row);
      continue;
    }
    const wish = { accountId, itemId, amount };
    const written = await writeOffSmall(context, wish);
    if (written.ok) swept.push({ ...row, entryId: written.value.entryId, refusal: null });
    else swept.push({ ...row, refusal: written.refusal });
  }
  await insertSwept(context, sweepId, swept);
  const done = swept.filter(({ entryId }) => entryId !== null).length;
  return { sweepId, done, failed: swept.length - done };
}

function largest(rows: readonly SmallRest[]): string {
  const [first] = rows.toSorted((a, b) => (a.openBase < b.openBase ? 1 : -1));
  if (!first) return '';
  return `${formatMoney(first.open)} ${first.open.currency}`;
}
