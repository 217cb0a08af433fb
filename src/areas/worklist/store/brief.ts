/** The lines of a brief over the days of an absence, from the facts of the areas that know. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { type Money, money, parseCurrency, parseMoney } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { type BriefKind, type BriefLine, kindOfActivity } from '../rules/brief.ts';

export type Window = { readonly memberId: Id; readonly from: Day; readonly to: Day };

export type BriefAbsence = {
  readonly absenceId: Id;
  readonly from: Day;
  readonly lastOn: Day;
  readonly covers: readonly string[];
  readonly handedBack: boolean;
};

/** The absence to brief about: the latest that has begun by the day. */
export async function latestAbsence(
  db: Queries,
  memberId: Id,
  on: Day,
): Promise<BriefAbsence | undefined> {
  const row = await db.maybe(sql<{
    absence_id: string;
    from_on: string;
    last_on: string;
    covers: string[];
    handed_back: boolean;
  }>`
    select a.absence_id, a.from_on, a.last_on, a.covers, a.handed_back
      from team.absence_card a
     where a.member_id = ${memberId}
       and a.from_on  <= ${on}
     order by a.from_on desc
     limit 1`);
  return (
    row && {
      absenceId: id(row.absence_id),
      from: day(row.from_on),
      lastOn: day(row.last_on),
      covers: row.covers,
      handedBack: row.handed_back,
    }
  );
}

/** Everything that happened in the window on accounts of the person, the newest last. */
export async function briefLines(db: Queries, window: Window): Promise<BriefLine[]> {
  const sources = [activities(window), verdicts(window), moneyIn(window), disputes(window)];
  const found = await Promise.all([...sources, owners(window)].map((source) => db.all(source)));
  return found
    .flat()
    .flatMap(line)
    .toSorted((one, other) => one.on.localeCompare(other.on) || one.at.localeCompare(other.at));
}

export type BriefAccount = {
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly owner: string | null;
  /** Somebody must act on it today. */
  readonly due: boolean;
};

/** The accounts by number: those with lines, and those of the person that are due now. */
export async function briefAccounts(
  db: Queries,
  memberId: Id,
  told: readonly Id[],
): Promise<BriefAccount[]> {
  const rows = await db.all(sql<{
    account_id: string;
    account: string;
    name: string;
    owner: string | null;
    due: boolean;
  }>`
    select c.account_id, c.account, c.name, p.name as owner,
           w.account_id is not null and w.hidden_as is null as due
      from customers.account_card c
      left join team.person p on p.member_id = c.owner_id
      left join worklist.account_work w on w.account_id = c.account_id
     where c.account_id = any(${told}::uuid[])
        or (c.owner_id = ${memberId} and w.account_id is not null and w.hidden_as is null)
     order by c.name, c.account`);
  return rows.map(({ account_id, ...row }) => ({ ...row, accountId: id(account_id) }));
}

type Row = {
  readonly account_id: string;
  readonly kind: string;
  readonly happened_on: string;
  readonly recorded_at: string;
  readonly actor: string | null;
  readonly on_behalf: string | null;
  readonly currency: string | null;
  readonly amount_minor: bigint | null;
  readonly phrase: string | null;
  readonly facts: Facts | null;
  readonly text: string | null;
};

/** Accounts that are the person's now, or were when the absence began. */
function theirs({ memberId, from }: Window): Sql {
  return sql`
    select c.account_id
      from customers.account_card c
     where c.owner_id = ${memberId}
     union
    select o.account_id
      from (select distinct on (x.account_id) x.account_id, x.member_id
              from customers.owner_change x
             where x.effective_on < ${from}
               and x.account_id in (select y.account_id
                                      from customers.owner_change y
                                     where y.member_id = ${memberId})
             order by x.account_id, x.effective_on desc, x.recorded_at desc) o
     where o.member_id = ${memberId}`;
}

function activities(window: Window): Sql<Row> {
  return sql<Row>`
    select l.account_id, 'activity ' || l.kind as kind, l.happened_on, l.recorded_at,
           p.name as actor, b.name as on_behalf, null as currency, null::bigint as amount_minor,
           l.phrase, l.facts, l.text
      from customers.timeline_line l
      left join team.person p on l.actor = 'member:' || p.member_id
      left join team.person b on b.member_id = l.on_behalf
     where l.account_id in (${theirs(window)})
       and l.happened_on between ${window.from} and ${window.to}`;
}

/** What came of promises; who took one stands on the timeline. */
function verdicts(window: Window): Sql<Row> {
  return sql<Row>`
    select c.account_id, 'promise_' || c.state as kind, c.state_on as happened_on,
           c.changed_at as recorded_at, null as actor, null as on_behalf, c.currency,
           c.amount_minor, null as phrase, jsonb_build_object('dueOn', c.due_on) as facts,
           null as text
      from promises.promise_card c
     where c.account_id in (${theirs(window)})
       and c.state in ('kept', 'broken')
       and c.state_on between ${window.from} and ${window.to}`;
}

function moneyIn(window: Window): Sql<Row> {
  return sql<Row>`
    select m.account_id, 'money' as kind, m.received_on as happened_on,
           max(m.recorded_at) as recorded_at, null as actor, null as on_behalf, m.currency,
           sum(m.amount_minor)::bigint as amount_minor, null as phrase, null as facts,
           null as text
      from ledger.received_money m
     where m.account_id in (${theirs(window)})
       and m.received_on between ${window.from} and ${window.to}
     group by m.account_id, m.received_on, m.currency`;
}

function disputes(window: Window): Sql<Row> {
  return sql<Row>`
    select d.account_id, 'dispute' as kind, d.effective_on as happened_on,
           d.effective_on::timestamptz as recorded_at, null as actor, null as on_behalf,
           i.currency, d.amount_minor, null as phrase,
           jsonb_build_object('document', coalesce(i.number, '')) as facts, d.reason as text
      from disputes.open_dispute d
      join ledger.item_card i on i.account_id = d.account_id and i.item_id = d.item_id
     where d.account_id in (${theirs(window)})
       and d.effective_on between ${window.from} and ${window.to}`;
}

function owners(window: Window): Sql<Row> {
  return sql<Row>`
    select o.account_id, 'owner' as kind, o.effective_on as happened_on, o.recorded_at,
           p.name as actor, null as on_behalf, null as currency, null::bigint as amount_minor,
           null as phrase, jsonb_build_object('name', coalesce(n.name, '')) as facts,
           o.reason as text
      from customers.owner_change o
      left join team.person p on o.actor = 'member:' || p.member_id
      left join team.person n on n.member_id = o.member_id
     where o.account_id in (${theirs(window)})
       and o.effective_on between ${window.from} and ${window.to}`;
}

function line(row: Row): BriefLine[] {
  const kind = kindOf(row);
  if (kind === undefined) return [];
  return [
    {
      accountId: id(row.account_id),
      kind,
      on: day(row.happened_on),
      at: instant(row.recorded_at),
      actor: row.actor,
      onBehalf: row.on_behalf,
      amount: amountOf(row),
      phrase: row.phrase,
      facts: row.facts ?? {},
      text: row.text,
    },
  ];
}

function kindOf({ kind, phrase }: Row): BriefKind | undefined {
  const [, activity] = /^activity (.*)$/u.exec(kind) ?? [];
  if (activity === 'promise') {
    return phrase === 'activity.promise_made' ? 'promise_made' : undefined;
  }
  if (activity !== undefined) return kindOfActivity(activity);
  return told.find((known) => known === kind);
}

/** The row's own amount, else the one that its line on the timeline says. */
function amountOf({ currency: code, amount_minor: minor, facts }: Row): Money | null {
  if (code !== null && minor !== null) return money(minor, code);
  const said = parseCurrency(String(facts?.currency ?? ''));
  return (said && parseMoney(String(facts?.amount ?? ''), said)) ?? null;
}

const told: readonly BriefKind[] = ['owner', 'dispute', 'promise_broken', 'promise_kept', 'money'];
