/**
 * Builds the list of the day from facts: of a zone's companies as a whole, or of accounts that
 * something happened to.
 *
 * The list holds no fact of its own, so building it again is always right and never needed
 * for anything but speed.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Actor, type Context, type Desk, accepted, perform } from '#platform/action.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { deskMoment } from '#kernel/local-time.ts';
import { type ScoringPolicy, standardPolicy } from '../rules/policy.ts';
import { workOf } from '../rules/scoring.ts';
import {
  type ZoneBuild,
  followOwners,
  lockList,
  lockWork,
  recordBuild,
  replaceWork,
  zoneBuilds,
} from '../store/build.ts';
import { gatherFacts } from '../store/facts.ts';
import type { Scope } from '../store/scope.ts';
import { isPriced } from '../store/worth.ts';
import { priceDay } from './price-day.ts';

/** Whether a zone that was priced today is priced once more. */
type Pricing = { readonly again?: boolean };

/** Answers how many accounts have a place in the day. */
export async function buildWorklist(
  context: Context,
  scope: Scope,
  policy: ScoringPolicy,
  { again = false }: Pricing = {},
): Promise<Outcome<{ accounts: number }, never>> {
  const { tx, today, at } = context;
  await lockList(tx, scope);
  if ('accountIds' in scope) await lockWork(tx, scope.accountIds);
  const { moreThanDays } = policy.overdue;
  const measures = { moreThanDays, edges: bucketSets.standard };
  const gathered = await gatherFacts(tx, scope, today, measures);
  const isPricing = 'zone' in scope && (again || !(await isPriced(tx, scope.zone, today)));
  const facts = isPricing ? await priceDay(context, scope, gathered, policy) : gathered;
  const work = facts.flatMap((account) => {
    const moment = { today, at: deskMoment(at, today, account.zone) };
    const own = workOf(account, moment, policy);
    return own ? [{ work: own, card: account.card }] : [];
  });
  const built = { on: today, at, policy: `${policy.name} v${policy.version}` };
  await replaceWork(tx, scope, work, built);
  if ('zone' in scope) await recordBuild(tx, scope.zone, today, at);
  return accept({ accounts: work.length });
}

/** Rebuilds single accounts under the standard policy. */
export async function rebuildAccounts(context: Context, accountIds: readonly Id[]): Promise<void> {
  accepted(await buildWorklist(context, { accountIds }, standardPolicy));
}

/**
 * Puts one account, or all, on the lists of those whose they are now.
 *
 * It keeps rebuilds out like a rebuild does: one that read the owner before would put it back.
 */
export async function moveToOwners({ tx }: Context, accountId: Id | null): Promise<void> {
  await lockList(tx, accountId === null ? everything : { accountIds: [accountId] });
  if (accountId !== null) await lockWork(tx, [accountId]);
  await followOwners(tx, accountId);
}

/** Any zone stands for all of them: there is one lock. */
const everything: Scope = { zone: '' };

/** Prices the day and builds the lists of every zone in one go. */
export async function buildAll(context: Context): Promise<void> {
  for (const { zone } of await zoneBuilds(context.tx)) {
    accepted(await buildWorklist(context, { zone }, standardPolicy, { again: true }));
  }
}

/** Builds the list of one zone, as a write of its own. */
export async function buildZone(desk: Desk, zone: string, how: How): Promise<void> {
  const doing = { action: 'worklist.build_worklist', ...how, input: { zone } };
  accepted(
    await perform(desk, doing, (context) => buildWorklist(context, { zone }, standardPolicy)),
  );
}

type How = { readonly actor: Actor; readonly reason: string };

/** Builds what is of another day or older than the book; `desk` shows the zone's own day. */
export async function freshenZone(desk: Desk, zone: string, how: How): Promise<void> {
  const build = (await zoneBuilds(desk.db)).find((each) => each.zone === zone);
  if (!build || (build.builtOn === desk.clock.today() && !build.stale)) return;
  await buildZone(desk, zone, how);
}

/** Builds the lists of every zone that are of another day or older than the book. */
export async function freshenWorklist(desk: Desk, how: How): Promise<void> {
  const builds = await zoneBuilds(desk.db);
  const today = desk.clock.today();
  const old = builds.filter((each) => each.stale || isOtherDay(each, today, builds.length));
  for (const { zone } of old) await buildZone(desk, zone, how);
}

/** The same for a reader: a list that is merely behind by a moment will do. */
export async function startWorklist(desk: Desk): Promise<void> {
  const builds = await zoneBuilds(desk.db);
  const today = desk.clock.today();
  const missing = builds.filter((build) => isOtherDay(build, today, builds.length));
  const how = { actor: { ref: 'job:worklist.start', memberId: null }, reason: 'the first reader' };
  for (const { zone } of missing) await buildZone(desk, zone, how);
}

/** Where there are several zones, one of them may be a day ahead of the desk's own. */
function isOtherDay({ builtOn }: ZoneBuild, today: Day, zones: number): boolean {
  if (builtOn === null) return true;
  return zones === 1 ? builtOn !== today : builtOn < today;
}
