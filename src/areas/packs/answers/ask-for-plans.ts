/**
 * Some business days before an over-60 report is made, whoever owns an account that would stand
 * in it without cause, plan or owner is asked for them: one task a person and period.
 */
import type { Id } from '#kernel/ids.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { calendarOf } from '#areas/team/index.ts';
import { plusBusinessDays } from '#areas/team/rules/calendar.ts';
import { type Desk, accepted, perform } from '#platform/action.ts';
import type { PackCompany } from '#platform/packs/maker.ts';
import { askOwner } from '../actions/ask-owner.ts';
import { gapsOf } from '../rules/late-account.ts';
import type { LateAccount } from '../store/over60.ts';
import { type Schedule, schedulesOf } from '../store/schedules.ts';
import { packCompanies } from './company.ts';
import { lateWord } from './late.ts';
import { lateRows } from './late-rows.ts';
import { nextOf } from './make-due.ts';
import type { MakingBy } from './make-issue.ts';

const daysBefore = 3;

/** In both languages at once: whoever takes it reads either. */
const question = 'Over 60 days: say cause and plan / Más de 60 días: indique causa y plan';

export async function askForPlans(
  desk: Desk,
  by: MakingBy & { readonly zone: string },
): Promise<void> {
  for (const company of await packCompanies(desk.db, 'all')) {
    if (company.zone !== by.zone) continue;
    const schedules = await schedulesOf(desk.db, [company.companyId]);
    for (const schedule of schedules) {
      if (schedule.kind === 'over-60' && schedule.state === 'active') {
        await askBefore(desk, { company, schedule }, by);
      }
    }
  }
}

type Report = { readonly company: PackCompany; readonly schedule: Schedule };

async function askBefore(desk: Desk, { company, schedule }: Report, by: MakingBy): Promise<void> {
  const { companyId } = company;
  const calendar = await calendarOf(desk.db, companyId);
  const turn = nextOf(desk, schedule, { company, calendar });
  const today = desk.clock.today();
  if (turn.at.on > plusBusinessDays(today, daysBefore, calendar)) return;
  const late = { companyId, asOf: today, knownAt: null, ownerId: null };
  const rows = await lateRows(desk.db, late, 'en');
  const silent = rows.filter((row) => gapsOf(lateWord(row, today)).length > 0);
  for (const [ownerId, theirs] of byOwner(silent, schedule.ownerId)) {
    const input = { schedule: schedule.scheduleId, period: turn.period, owner: ownerId };
    const key = `packs.ask_for_plans ${Object.values(input).join(' ')}`;
    const doing = { action: 'packs.ask_for_plans', actor: by.actor, reason: by.reason, input, key };
    accepted(
      await perform(desk, doing, async (context) => {
        await askOwner(context, {
          companyId,
          ownerId,
          title: `${question} (${turn.at.on})`,
          text: `${schedule.name} · /packs/over-60`,
          lines: theirs.map(({ account, name }) => `${account} ${name}`),
        });
        return accept(null);
      }),
    );
  }
}

/** Whose account it is; nobody's is asked of the schedule's owner. */
function byOwner(rows: readonly LateAccount[], fallback: Id): Map<Id, LateAccount[]> {
  const found = new Map<Id, LateAccount[]>();
  for (const row of rows) {
    const owner = row.collector_id === null ? fallback : id(row.collector_id);
    found.set(owner, [...(found.get(owner) ?? []), row]);
  }
  return found;
}
