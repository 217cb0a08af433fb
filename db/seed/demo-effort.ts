/**
 * A quarter of work at the invented desk: whom each collector called and wrote to, day by day,
 * and how it ended, so that effort stands beside result on the first day.
 *
 * Each contact has its permit, asked with what is known of the week; whom the gate holds back is
 * not contacted, as on any day. People work differently: one calls more, one writes more.
 */
import { type Day, plusDays, weekday } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import {
  type Intended,
  type MadeContact,
  askPermits,
  recordContacts,
} from '#areas/compliance/index.ts';
import type { ContactResult } from '#areas/compliance/rules/contact.ts';
import { federalBankCalendar, isBusinessDay } from '#areas/team/rules/calendar.ts';
import type { Context, Desk } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type LateAccount, lateAccounts } from './demo-cast.ts';
import { act, deskOn } from './demo-desk.ts';
import { type Dice, throwDice } from './dice.ts';

const weeks = 13;
/** A week's contacts of each collector, and how many of ten are e-mails. */
const habits = [
  { aWeek: 22, mails: 3 },
  { aWeek: 28, mails: 2 },
  { aWeek: 16, mails: 4 },
] as const;

/** Of a hundred calls; the rest are numbers that are wrong. */
const ends: readonly (readonly [upTo: number, ContactResult])[] = [
  [34, 'conversation'],
  [62, 'left_message'],
  [92, 'no_answer'],
  [97, 'unreachable'],
];

/** The weeks up to yesterday, each written down at its end. */
export async function workAQuarter(desk: Desk): Promise<void> {
  // Dice of its own, so that the other scenes throw what they threw.
  const dice = throwDice(13);
  const today = desk.clock.today();
  const monday = plusDays(today, 1 - weekday(today));
  for (let back = weeks; back >= 0; back -= 1) {
    const days = workdays(plusDays(monday, -7 * back), today);
    const last = days.at(-1);
    if (last === undefined) continue;
    // This week the largest are left to the strategies, which ask for a call today.
    const leave = back === 0 ? 0.5 : 0;
    await workAWeek(deskOn(desk, last), { days, leave }, dice);
  }
}

function workdays(monday: Day, today: Day): Day[] {
  return Array.from({ length: 5 }, (_, at) => plusDays(monday, at)).filter(
    (day) => day < today && isBusinessDay(day, federalBankCalendar),
  );
}

type Week = {
  readonly days: readonly Day[];
  /** The part of the accounts that is left alone, the largest first. */
  readonly leave: number;
};

async function workAWeek(then: Desk, { days, leave }: Week, dice: Dice): Promise<void> {
  const late = (await lateAccounts(then)).filter(({ ownerId }) => ownerId !== null);
  const reached = await whomToReach(then, late);
  // In the order in which they were hired.
  const owners = [...new Set(late.flatMap(({ ownerId }) => ownerId ?? []))].toSorted(byText);
  for (const [place, by] of owners.entries()) {
    const habit = habits[place % habits.length] ?? habits[0];
    const own = late.filter(({ ownerId }) => ownerId === by);
    const mine = own
      .slice(Math.round(own.length * leave))
      .flatMap(({ accountId }) => reached.get(accountId) ?? []);
    const mailed = new Set<Id>();
    // A short week has fewer contacts; whom nobody reached is called again.
    const many = mine.length === 0 ? 0 : Math.round((habit.aWeek * days.length) / 5);
    const wishes = Array.from({ length: many }, () => {
      const who = mine[dice.below(mine.length)];
      const mail = dice.below(10) < habit.mails;
      const at = momentOf(dice.below(days.length), days, dice);
      if (who === undefined) return [];
      const byMail = mail && !mailed.has(who.accountId);
      if (byMail) mailed.add(who.accountId);
      return [intend(who, at, byMail)];
    }).flat();
    const doing = { action: 'compliance.record_contacts', by, reason: 'the week’s work' };
    await act(then, doing, (context) => contact(context, wishes, dice));
  }
}

async function contact(context: Context, wishes: readonly Intended[], dice: Dice) {
  const past = wishes.filter(({ at }) => at !== undefined && at <= context.at);
  const permits = await askPermits(context, past);
  const made = past.flatMap((wish, at): MadeContact[] => {
    const permit = permits[at];
    if (!permit?.allowed) return [];
    const { accountId, contactId, address, channel } = wish;
    const result = channel === 'email' ? ('sent' as const) : endOf(dice.below(100));
    return [
      {
        accountId,
        permitId: permit.permitId,
        contactId,
        channel: result === 'left_message' ? ('voicemail' as const) : channel,
        direction: 'out',
        result,
        at: wish.at ?? context.at,
        address,
        itemIds: [],
        by: context.actor.ref,
        about: { kind: channel === 'email' ? 'message' : 'call', id: context.newId() },
      },
    ];
  });
  return recordContacts(context, made);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : 1;
}

function endOf(lot: number): ContactResult {
  return ends.find(([upTo]) => lot < upTo)?.[1] ?? 'wrong_number';
}

/** From noon in New York, when it is nine on the other coast. */
function momentOf(at: number, days: readonly Day[], dice: Dice): Instant {
  const seconds = dice.between(0, 3 * 3600);
  return instant(new Date(Date.parse(`${days[at]}T17:00:00Z`) + seconds * 1000).toISOString());
}

type Person = { accountId: Id; contactId: Id; email: string | null; phone: string | null };

function intend(
  { accountId, contactId, email, phone }: Person,
  at: Instant,
  mail: boolean,
): Intended {
  const byMail = phone === null || (mail && email !== null);
  return {
    accountId,
    contactId,
    channel: byMail ? 'email' : 'call',
    address: (byMail ? email : phone) ?? '',
    purpose: 'collect',
    technology: 'manual',
    itemIds: [],
    at,
  };
}

/** The first person of each account that can be called or written to. */
async function whomToReach({ db }: Desk, late: readonly LateAccount[]): Promise<Map<Id, Person>> {
  const rows = await db.all(sql<{
    account_id: string;
    contact_id: string;
    email: string | null;
    phone: string | null;
  }>`
    select distinct on (s.account_id) s.account_id, t.contact_id, t.email, t.phone
      from customers.account_scope s
      join customers.contact t on t.customer_id = s.customer_id
     where s.account_id = any(${late.map(({ accountId }) => accountId)}::uuid[])
       and t.ended_at is null
       and coalesce(t.phone, t.email) is not null
     order by s.account_id, t.name`);
  return new Map(
    rows.map((row) => [
      id(row.account_id),
      { ...row, accountId: id(row.account_id), contactId: id(row.contact_id) },
    ]),
  );
}
