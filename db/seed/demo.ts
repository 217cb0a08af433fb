/**
 * The invented company that a first start shows: Harbor & Vale Supply, two years of invoices and
 * money in three currencies, people with portfolios, and a day's list worth working.
 *
 * Everything goes through the actions that people use, on the day on which it happened, so that
 * "known at" means something; the same day gives the same company on every machine.
 */
import { type Day, plusDays, plusMonths, startOfMonth } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { judgeImported } from '#areas/credit/reactions.ts';
import type { Incoming } from '#areas/imports/rules/incoming.ts';
import { findEverywhere } from '#areas/projects/actions/find-doubtful.ts';
import { setLetterhead } from '#areas/team/actions/set-letterhead.ts';
import { addMember, insertCompany } from '#areas/team/index.ts';
import type { Letterhead } from '#areas/team/rules/letterhead.ts';
import { buildAll } from '#areas/worklist/actions/build-worklist.ts';
import { checkControl } from '#areas/worklist/actions/check-control.ts';
import type { Desk } from '#platform/action.ts';
import { setPassword } from '#platform/auth/credentials.ts';
import { hashPassword } from '#platform/auth/passwords.ts';
import { newId } from '#platform/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { bankTwoDays } from './demo-bank.ts';
import { explainLateness } from './demo-causes.ts';
import { company, demoBook, leftForGood, usd } from './demo-book.ts';
import type { Cast } from './demo-cast.ts';
import { contestSome } from './demo-contested.ts';
import { escalateOne } from './demo-escalations.ts';
import { payOverTheCounter } from './demo-counter.ts';
import { playCover } from './demo-cover.ts';
import { act, deskOn, inOne } from './demo-desk.ts';
import { workAQuarter } from './demo-effort.ts';
import { setGoals } from './demo-goals.ts';
import { schedulePacks } from './demo-packs.ts';
import { judge, playHistory } from './demo-history.ts';
import { closeMonths } from './demo-months.ts';
import { beginRuns } from './demo-papers.ts';
import { shareOut } from './demo-portfolio.ts';
import { followDisputes } from './demo-disputes.ts';
import { playRefunds } from './demo-refunds.ts';
import { deliverMails } from './demo-mails.ts';
import { writeToLate } from './demo-messages.ts';
import { leaveOpen } from './demo-settling.ts';
import { playScenes, revalueLastMonths } from './demo-scenes.ts';
import { adoptStrategies, askByStrategy, proposeChange } from './demo-strategies.ts';
import { saveReports } from './demo-reports.ts';
import { handOutTasks } from './demo-tasks.ts';
import { throwDice } from './dice.ts';
import { demoPassword, people } from './people.ts';

export type SignIn = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: string;
  /** What the screens speak after signing in. */
  readonly language: 'en' | 'es';
};

/** Fills an empty desk; answers the log-ins to print. All of them have the same password. */
export async function seedDemo(desk: Desk, password = demoPassword): Promise<readonly SignIn[]> {
  const hash = await hashPassword(password);
  await inOne(desk, (whole) => invent(whole, hash));
  return people.map((person) => ({ ...person, password }));
}

async function invent(desk: Desk, passwordHash: string): Promise<void> {
  const today = desk.clock.today();
  const from = startOfMonth(plusMonths(today, -24));
  const start = deskOn(desk, from);
  const companyId = await foundCompany(start);
  const hired = await hirePeople(start, passwordHash);
  await adoptStrategies(start, hired);
  const collectors = people.filter(({ role }) => role === 'collector' || role === 'senior');
  const book = demoBook(
    from,
    today,
    collectors.map(({ email }) => email),
  );
  const cast: Cast = {
    companyId,
    people: hired,
    dice: throwDice(24),
    silent: silentSince(book.incoming, plusDays(today, -16)),
    spare: leftForGood(book.incoming),
  };
  const { dice } = cast;
  await playHistory(desk, { companyId, book, from, dice }, async (then) => {
    await playScenes(then, today, cast);
  });
  await workAQuarter(desk);
  await playCover(desk, today, cast);
  await nameGuarantor(desk, companyId);
  await revalueLastMonths(desk, cast);
  await handOutTasks(desk, cast);
  await saveReports(desk, cast);
  await escalateOne(desk, cast);
  await proposeChange(desk, hired);
  await shareOut(desk, cast);
  await bankTwoDays(desk, cast);
  await payOverTheCounter(desk, cast);
  await deliverMails(desk, cast);
  await writeToLate(desk);
  await askByStrategy(desk, cast);
  await followDisputes(desk, 'America/New_York');
  await explainLateness(desk, cast);
  await schedulePacks(desk, cast);
  await playRefunds(desk, cast);
  await leaveOpen(desk, cast);
  await contestSome(desk, cast);
  await setGoals(desk, cast);
  await closeMonths(desk, cast);
  await openTheDay(desk);
  // After it, for their papers are made by who listens.
  await beginRuns(desk, cast);
}

async function foundCompany(desk: Desk): Promise<Id> {
  const companyId = newId();
  const name = 'Harbor & Vale Supply';
  const zone = 'America/New_York';
  await act(desk, { action: 'team.found_company' }, async (context) => {
    const made = { companyId, code: company, name, baseCurrency: usd, zone, demo: true };
    await insertCompany(context.tx, made);
    return accept(null);
  });
  await act(desk, { action: 'team.set_letterhead' }, (context) =>
    setLetterhead(context, { companyId, head: paperOf(name) }),
  );
  return companyId;
}

/** Without a letterhead no invoice can be written out. */
function paperOf(legalName: string): Letterhead {
  return {
    legalName,
    line1: '40 Wharf Street',
    line2: null,
    city: 'New Haven',
    state: 'CT',
    postalCode: '06510',
    country: 'US',
    email: 'ar@harborvale.example',
    phone: null,
    taxId: '06-0000000',
    vatId: null,
    iban: null,
    mailerId: null,
  };
}

/** The people's member ids by role. */
async function hirePeople(desk: Desk, hash: string): Promise<Map<string, Id>> {
  const hired = new Map<string, Id>();
  for (const { name, email, language, role } of people) {
    const wish = { name, email, language, roles: [role], companies: [] };
    await act(desk, { action: 'team.add_member' }, async (context) => {
      const added = await addMember(context, wish, 'all');
      if (added.ok) {
        await setPassword(context.tx, added.value.memberId, hash, context.at);
        hired.set(role, added.value.memberId);
      }
      return added;
    });
  }
  return hired;
}

/** Customers who sent no money since a day. */
function silentSince({ customers, payments }: Incoming, since: Day): Set<string> {
  const paid = new Set(payments.filter(({ on }) => on >= since).map(({ customer }) => customer));
  return new Set(customers.map(({ number }) => number).filter((number) => !paid.has(number)));
}

/** A small customer whose debts a larger one answers for. */
async function nameGuarantor(desk: Desk, companyId: Id): Promise<void> {
  const stated = { customerNumber: 'C-10028', name: '', guarantorNumber: 'C-10004' };
  await act(desk, { action: 'customers.ensure_accounts' }, async (context) => {
    await ensureAccounts(context, companyId, [stated], { source: 'demo' });
    return accept(null);
  });
}

/** Judges promises and orders, builds the list, checks the totals: the workers find nothing. */
async function openTheDay(desk: Desk): Promise<void> {
  await judge(desk);
  await act(desk, { action: 'credit.judge_imported' }, async (context) => {
    await judgeImported(context);
    return accept(null);
  });
  await act(desk, { action: 'worklist.build_worklist' }, async (context) => {
    await buildAll(context);
    await checkControl(context);
    await findEverywhere(context);
    // Whoever would listen to the two years is done with them: this is the only book.
    await context.tx.run(sql`delete from platform.event_waiting`);
    return accept(null);
  });
}
