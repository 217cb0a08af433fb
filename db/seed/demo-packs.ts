/**
 * The reports that the invented desk has had sent for a while. Only their schedules stand here:
 * their last issues are made by the server itself, after it has started.
 */
import { type Day, plusDays, plusMonths } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { setSchedule } from '#areas/packs/actions/set-schedule.ts';
import { planLate } from '#areas/packs/actions/plan-late.ts';
import type { SchedulePlan } from '#areas/packs/rules/schedule.ts';
import type { Desk } from '#platform/action.ts';
import { type Cast, lateAccounts } from './demo-cast.ts';
import { act, attempt, deskOn } from './demo-desk.ts';

/** Longer than a month: of each of them the last turn lies behind. */
const daysAgo = 40;

type Plan = Pick<SchedulePlan, 'kind' | 'name' | 'rhythm'> & { readonly role: string };

const plans: readonly Plan[] = [
  {
    kind: 'weekly',
    name: 'Weekly figures to the manager',
    rhythm: { every: 'week', weekday: 1, hour: 7 },
    role: 'manager',
  },
  {
    kind: 'over-60',
    name: 'Más de 60 días para contraloría',
    rhythm: { every: 'month', businessDay: 3, hour: 8 },
    role: 'controller',
  },
];

const done: readonly string[] = [
  'Invoices sent again to the new clerk; she confirms what arrived by Friday.',
  'Reenviar las facturas con su orden de compra y pedir fecha de pago.',
];

export async function schedulePacks(desk: Desk, { companyId, people }: Cast): Promise<void> {
  const today = desk.clock.today();
  const on = plusDays(today, -daysAgo);
  for (const { role, ...plan } of plans) {
    const ownerId = people.get(role);
    if (ownerId !== undefined) await schedule(desk, on, { ...plan, role, ownerId, companyId });
  }
  const accounts = await lateAccounts(desk);
  for (const [at, plan] of done.entries()) {
    const account = accounts[at * 3];
    if (!account || account.ownerId === null) continue;
    const { accountId, ownerId } = account;
    const wish = { accountId, cause: null, plan, ownerId, dueOn: plusDays(today, 9 + at * 5) };
    const doing = { action: 'packs.plan_late', by: ownerId, reason: plan };
    await attempt(desk, doing, (context) => planLate(context, wish));
  }
}

type Wish = Plan & { readonly ownerId: Id; readonly companyId: Id };

async function schedule(desk: Desk, on: Day, { role, companyId, ...plan }: Wish): Promise<void> {
  const whole: SchedulePlan = {
    ...plan,
    recipients: [{ kind: 'role', role }],
    settings: {},
    reviewOn: plusMonths(on, 12),
  };
  const doing = { action: 'packs.set_schedule', by: plan.ownerId, reason: plan.name };
  const wish = { companyId, plan: whole, kinds: [plan.kind], startsOn: on };
  await act(deskOn(desk, on), doing, (context) => setSchedule(context, wish));
}
