/** Which channels may send for which company, and which experiments run: off until said. */
import type { Id } from '#kernel/ids.ts';
import { id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { SwitchChannel } from '../rules/channel.ts';

export type ChannelSwitch = {
  readonly companyId: Id;
  readonly company: string;
  readonly channel: SwitchChannel;
  readonly isOn: boolean;
  /** Keys of the strategies that may; null: all. */
  readonly onlyFor: readonly string[] | null;
  readonly by: string;
  readonly reason: string;
  readonly at: Instant;
};

/** The latest word on each channel of each company; what nobody spoke of is off and not there. */
export async function channelSwitches(
  db: Queries,
  companies: CompanyScope,
): Promise<ChannelSwitch[]> {
  const rows = await db.all(sql<{
    company_id: string;
    company: string;
    channel: SwitchChannel;
    is_on: boolean;
    only_for: string[] | null;
    by: string;
    reason: string;
    recorded_at: string;
  }>`
    select distinct on (s.company_id, s.channel) s.company_id, c.code as company, s.channel,
           s.is_on, s.only_for, coalesce(m.name, s.actor) as by, s.reason, s.recorded_at
      from strategies.channel_switch s
      join team.company c on c.company_id = s.company_id
      left join team.person m on s.actor = 'member:' || m.member_id
     where ${inCompanies(sql`s.company_id`, companies)}
     order by s.company_id, s.channel, s.recorded_at desc`);
  return rows.map((row) => ({
    companyId: id(row.company_id),
    company: row.company,
    channel: row.channel,
    isOn: row.is_on,
    onlyFor: row.only_for,
    by: row.by,
    reason: row.reason,
    at: instant(row.recorded_at),
  }));
}

export async function insertChannelSwitch(
  { tx, at, actor, reason }: Context,
  wish: Pick<ChannelSwitch, 'companyId' | 'channel' | 'isOn' | 'onlyFor'>,
): Promise<void> {
  await tx.run(sql`
    insert into strategies.channel_switch (company_id, channel, recorded_at, is_on, only_for, actor,
                                           reason)
    values (${wish.companyId}, ${wish.channel}, ${at}, ${wish.isOn}, ${wish.onlyFor}, ${actor.ref},
            ${reason})`);
}

/** Champions whose experiment is on, now or at a moment. */
export async function experimentsOn(db: Queries, knownAt?: Instant): Promise<ReadonlySet<string>> {
  const rows = await db.all(sql<{ strategy: string }>`
    select x.strategy
      from (select distinct on (s.strategy) s.strategy, s.is_on
              from strategies.experiment_switch s
             where s.recorded_at <= ${knownAt ?? 'infinity'}::timestamptz
             order by s.strategy, s.recorded_at desc) x
     where x.is_on`);
  return new Set(rows.map(({ strategy }) => strategy));
}

export type ExperimentWord = { readonly by: string; readonly reason: string; readonly at: Instant };

/** The last word on each experiment, by its champion. */
export async function experimentWords(db: Queries): Promise<ReadonlyMap<string, ExperimentWord>> {
  const rows = await db.all(sql<{
    strategy: string;
    by: string;
    reason: string;
    recorded_at: string;
  }>`
    select distinct on (s.strategy) s.strategy, coalesce(m.name, s.actor) as by, s.reason,
           s.recorded_at
      from strategies.experiment_switch s
      left join team.person m on s.actor = 'member:' || m.member_id
     order by s.strategy, s.recorded_at desc`);
  return new Map(
    rows.map(({ strategy, recorded_at, ...word }) => [
      strategy,
      { ...word, at: instant(recorded_at) },
    ]),
  );
}

export async function insertExperimentSwitch(
  { tx, at, actor, reason }: Context,
  wish: { readonly strategy: string; readonly isOn: boolean },
): Promise<void> {
  await tx.run(sql`
    insert into strategies.experiment_switch (strategy, recorded_at, is_on, actor, reason)
    values (${wish.strategy}, ${at}, ${wish.isOn}, ${actor.ref}, ${reason})`);
}

/** The zones of the companies, in which their mornings come. */
export async function zonesOf(db: Queries): Promise<string[]> {
  const rows = await db.all(sql<{ zone: string }>`
    select distinct zone from team.company order by zone`);
  return rows.map(({ zone }) => zone);
}

export async function companiesIn(
  db: Queries,
  companies: CompanyScope,
): Promise<{ companyId: Id; company: string }[]> {
  const rows = await db.all(sql<{ company_id: string; code: string }>`
    select c.company_id, c.code
      from team.company c
     where ${inCompanies(sql`c.company_id`, companies)}
     order by c.code`);
  return rows.map(({ company_id, code }) => ({ companyId: id(company_id), company: code }));
}

/** Proposed steps that nobody carried out yet. */
export async function waitingByChannel(
  db: Queries,
  companies: CompanyScope,
): Promise<{ companyId: Id; act: string; count: number }[]> {
  const rows = await db.all(sql<{ company_id: string; act: string; count: bigint }>`
    select n.company_id, n.act, count(*)
      from strategies.proposal_now n
     where n.state in ('proposed', 'approved')
       and ${inCompanies(sql`n.company_id`, companies)}
     group by n.company_id, n.act`);
  return rows.map(({ company_id, act, count }) => ({
    companyId: id(company_id),
    act,
    count: Number(count),
  }));
}
