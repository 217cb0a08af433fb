/** How far a run is: selected = sent + exceptions, at every moment of it. */
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type RunCounts = {
  readonly made: number;
  /** Went out by the account's own rule, without anything out of the ordinary. */
  readonly sent: number;
  readonly exceptions: number;
  /** Exceptions that were released and went out, printed ones among them. */
  readonly exceptionsOut: number;
  readonly held: number;
  /** Exceptions that nobody has answered and that do not go out by themselves. */
  readonly waiting: number;
  readonly byEmail: number;
  readonly byLetter: number;
  readonly byPortal: number;
  readonly byProblem: Readonly<Record<string, number>>;
};

type Row = {
  made: bigint;
  sent: bigint;
  exceptions: bigint;
  exceptions_out: bigint;
  held: bigint;
  waiting: bigint;
  by_email: bigint;
  by_letter: bigint;
  by_portal: bigint;
};

export async function countsOf(db: Queries, runId: Id): Promise<RunCounts> {
  const [row, problems] = await Promise.all([
    db.one(sql<Row>`
      select count(*) as made,
             count(*) filter (where x.plain and x.out) as sent,
             count(*) filter (where not x.plain) as exceptions,
             count(*) filter (where not x.plain and x.out) as exceptions_out,
             count(*) filter (where x.answer = 'hold' and not x.out) as held,
             count(*) filter (where not x.plain and not x.out and x.answer is null
                                and (x.problems <> '{no_email}' or x.channel is null)) as waiting,
             count(*) filter (where x.out and x.channel = 'email') as by_email,
             count(*) filter (where x.out and x.channel = 'letter') as by_letter,
             count(*) filter (where x.out and x.channel = 'portal') as by_portal
        from (select p.problems, p.channel, d.account_id is not null as out, a.answer,
                     p.problems = '{}' and a.answer is distinct from 'hold' as plain
                from statements.paper p
                left join statements.delivery d on d.account_id = p.account_id
                                               and d.run_id = p.run_id
                                               and d.subject_id = p.subject_id
                left join lateral (select y.answer
                                     from statements.answer y
                                    where y.account_id = p.account_id
                                      and y.run_id = p.run_id
                                      and y.subject_id = p.subject_id
                                    order by y.recorded_at desc
                                    limit 1) a on true
               where p.run_id = ${runId}) x`),
    db.all(sql<{ problem: string; count: bigint }>`
      select u.problem, count(*) as count
        from statements.paper p
       cross join lateral unnest(p.problems) as u (problem)
       where p.run_id = ${runId}
       group by u.problem
       order by u.problem`),
  ]);
  return {
    made: Number(row.made),
    sent: Number(row.sent),
    exceptions: Number(row.exceptions),
    exceptionsOut: Number(row.exceptions_out),
    held: Number(row.held),
    waiting: Number(row.waiting),
    byEmail: Number(row.by_email),
    byLetter: Number(row.by_letter),
    byPortal: Number(row.by_portal),
    byProblem: Object.fromEntries(problems.map(({ problem, count }) => [problem, Number(count)])),
  };
}
