/** Schedules over HTTP: set up, changed, steered, subscribed to, and sent beside their turns. */
import { day, plusMonths } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { calendarOf } from '#areas/team/index.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import type { PackMaker } from '#platform/packs/maker.ts';
import { changeSchedule, setSchedule, steerSchedule, subscribe } from '../actions/set-schedule.ts';
import { packCompanies, packCompany } from '../answers/company.ts';
import { wallClock } from '../answers/make-due.ts';
import { makeIssue } from '../answers/make-issue.ts';
import { peopleOf } from '../answers/people.ts';
import { wireSchedule } from '../answers/wire.ts';
import * as contract from '../contract.ts';
import { type Rhythm, lastTurn, nextTurn } from '../rules/rhythm.ts';
import type { Recipient, SchedulePlan } from '../rules/schedule.ts';
import { type Schedule, scheduleById, schedulesOf } from '../store/schedules.ts';
import { companyAsked, dayAsked, makerAsked, readerAsked } from './asking.ts';

export function scheduleRoutes(makers: readonly PackMaker[]): readonly Served[] {
  return [...listed(makers), ...kept(makers), ...received(makers)];
}

function listed(makers: readonly PackMaker[]): readonly Served[] {
  return [
    serve(contract.schedules, async ({ query, session, desk }) => {
      const companies = await packCompanies(desk.db, visibleCompanies(session, query.company));
      const people = await peopleOf(desk.db);
      const { language, memberId } = session;
      const telling = { makers, people, language, memberId };
      const all = await Promise.all(
        companies.map(async (company) => {
          const found = await schedulesOf(desk.db, [company.companyId]);
          const mine = found.filter((each) => concerns(session, makers, each));
          return Promise.all(mine.map((each) => wireSchedule(desk, each, { company, ...telling })));
        }),
      );
      return accept({ rows: all.flat(), mailSetUp: desk.mail !== undefined });
    }),
  ];
}

function kept(makers: readonly PackMaker[]): readonly Served[] {
  const kinds = makers.map(({ kind }) => kind);
  return [
    serve(contract.setSchedule, async ({ body, session, desk, perform }) => {
      const company = await companyAsked(desk, session, body.company);
      if (!company.ok) return company;
      const { companyId } = company.value;
      const plan = planOf(body, { session, desk, kind: body.kind });
      const startsOn = await firstTurn(desk, plan.rhythm, companyId);
      return perform('packs.set_schedule', `scheduled: ${plan.name}`, (context) =>
        setSchedule(context, { companyId, plan, kinds, startsOn }),
      );
    }),

    serve(contract.changeSchedule, async ({ params, body, session, desk, perform }) => {
      const seen = await scheduleAsked(desk, session, params.scheduleId);
      if (!seen.ok) return seen;
      const { scheduleId, companyId, kind } = seen.value;
      const plan = planOf(body, { session, desk, kind });
      const startsOn = await firstTurn(desk, plan.rhythm, companyId);
      return perform('packs.change_schedule', `changed: ${plan.name}`, (context) =>
        changeSchedule(context, { scheduleId, plan, kinds, startsOn }),
      );
    }),

    serve(contract.steerSchedule, async ({ params, body, session, desk, perform }) => {
      const seen = await scheduleAsked(desk, session, params.scheduleId);
      if (!seen.ok) return seen;
      const { scheduleId, companyId, rhythm } = seen.value;
      const startsOn = await firstTurn(desk, rhythm, companyId);
      return perform('packs.steer_schedule', body.reason, (context) =>
        steerSchedule(context, { scheduleId, state: body.state, startsOn }),
      );
    }),
  ];
}

function received(makers: readonly PackMaker[]): readonly Served[] {
  return [
    serve(contract.subscribe, async ({ params, body, session, desk, perform }) => {
      const seen = await scheduleAsked(desk, session, params.scheduleId);
      if (!seen.ok) return seen;
      const maker = makerAsked(makers, seen.value.kind);
      if (!maker.ok) return maker;
      const reader = readerAsked(session, maker.value, seen.value.companyId);
      if (!reader.ok) return reader;
      const { scheduleId } = seen.value;
      const { memberId } = session;
      const reason = body.wanted ? 'subscribed' : 'unsubscribed';
      return perform('packs.subscribe', reason, (context) =>
        subscribe(context, { scheduleId, memberId, wanted: body.wanted }),
      );
    }),

    serve(
      contract.sendNow,
      async ({ params, body, session, desk }) => {
        const seen = await scheduleAsked(desk, session, params.scheduleId);
        if (!seen.ok) return seen;
        const { kind, companyId, scheduleId, name, ownerId, recipients, settings } = seen.value;
        const maker = makerAsked(makers, kind);
        if (!maker.ok) return maker;
        const company = await packCompany(desk.db, companyId);
        const asOf = await dayAsked(desk, { company, maker: maker.value }, body.asOf);
        if (!asOf.ok) return asOf;
        const what = {
          maker: maker.value,
          company,
          scheduleId,
          name,
          ownerId,
          recipients,
          settings,
        };
        const period = body.again ? null : await periodNow(desk, seen.value, body.asOf);
        const by = { actor: session.actor, reason: 'sent now, by hand' };
        return makeIssue(desk, { ...what, period, asOf: asOf.value }, by);
      },
      { dryRun: false },
    ),
  ];
}

/** Whose business a schedule is: who oversees, and whoever is named in it or could subscribe. */
function concerns(
  session: Session,
  makers: readonly PackMaker[],
  { kind, companyId }: Schedule,
): boolean {
  const maker = makers.find((each) => each.kind === kind);
  if (!maker) return session.permissions.includes('packs.oversee');
  return readerAsked(session, maker, companyId).ok;
}

async function scheduleAsked(
  desk: Desk,
  { companyIds }: Session,
  scheduleId: string,
): Promise<Outcome<Schedule, 'packs.no_such_schedule'>> {
  const found = await scheduleById(desk.db, id(scheduleId));
  const seen = found && (companyIds === 'all' || companyIds.includes(found.companyId));
  return seen ? accept(found) : refuse('packs.no_such_schedule');
}

type Body = Omit<BodyOf<typeof contract.changeSchedule>, 'kind'>;
type Asking = { readonly session: Session; readonly desk: Desk; readonly kind: string };

function planOf(body: Body, { session, desk, kind }: Asking): SchedulePlan {
  const { name, ownerId, rhythm, settings, reviewOn } = body;
  const today = desk.clock.today();
  return {
    kind,
    name,
    ownerId: ownerId === undefined ? session.memberId : id(ownerId),
    rhythm,
    settings,
    recipients: body.recipients.map((each): Recipient =>
      each.kind === 'member' ? { kind: 'member', memberId: id(each.memberId) } : each,
    ),
    reviewOn: reviewOn === undefined ? plusMonths(today, 12) : day(reviewOn),
  };
}

/** The period that runs, which its turn then does not send again; or the day that was named. */
async function periodNow(
  desk: Desk,
  { companyId, rhythm }: Schedule,
  asOf: string | undefined,
): Promise<string> {
  if (asOf !== undefined) return `asked/${asOf}`;
  const company = await packCompany(desk.db, companyId);
  const calendar = await calendarOf(desk.db, companyId);
  return lastTurn(rhythm, calendar, wallClock(desk, company)).period;
}

/** What lies behind is not made up: a schedule begins with its next turn. */
async function firstTurn(desk: Desk, rhythm: Rhythm, companyId: Id) {
  const company = await packCompany(desk.db, companyId);
  const calendar = await calendarOf(desk.db, companyId);
  return nextTurn(rhythm, calendar, wallClock(desk, company)).at.on;
}
