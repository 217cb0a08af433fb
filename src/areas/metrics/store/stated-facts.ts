/**
 * What no ledger knows and somebody stated: goals, the department's cost, hours that were paid.
 *
 * Of a month that a period covers in part the share of its days counts, rounded down to the
 * smallest unit. Hours that nobody stated are those of the stated working day on weekdays on
 * which the person was not away.
 */
import { type Sql, sql } from '#platform/postgres/sql.ts';
import { inCompanies } from '#platform/postgres/scope.ts';
import { type Question, knownBy, peopleIn } from './asked.ts';

/** Months of which the period covers something, with the share it covers. */
function months({ period: { from, to } }: Question): Sql {
  return sql`
    select m.month::date as month,
           (least(${to}::date, (m.month + interval '1 month - 1 day')::date)
             - greatest(${from}::date, m.month::date) + 1)::bigint as covered,
           extract(day from m.month + interval '1 month - 1 day')::bigint as days
      from generate_series(date_trunc('month', ${from}::date), ${to}::date,
                           interval '1 month') m (month)`;
}

export function costFacts(question: Question): Sql {
  const { companies = 'all', companyId } = question.scope;
  return sql`
    select null::uuid as account_id, g.company_id as ref, m.month as on_day, g.currency,
           g.amount * m.covered / m.days as minor
      from (select distinct on (s.company_id, s.month, s.currency) s.company_id, s.month,
                   s.currency, s.amount
              from metrics.stated_fact s
             where s.kind = 'department_cost'
               and ${inCompanies(sql`s.company_id`, companies)}
               and ${companyId === null ? sql`true` : sql`s.company_id = ${companyId}`}
               and s.recorded_at <= ${knownBy(question)}
             order by s.company_id, s.month, s.currency, s.stated_id desc) g
      join (${months(question)}) m on m.month = g.month`;
}

/** The forecasted cash of whom the question is about: a person, a team, or the company. */
export function goalFacts(question: Question): Sql {
  const { companies = 'all', companyId, collectorId, teamId = null } = question.scope;
  return sql`
    select null::uuid as account_id, g.company_id as ref, m.month as on_day, g.currency,
           g.target * m.covered / m.days as minor
      from (select distinct on (s.company_id, s.month, s.currency) s.company_id, s.month,
                   s.currency, s.target
              from metrics.goal_fact s
             where s.metric = 'cash'
               and s.member_id is not distinct from ${collectorId}::uuid
               and s.team_id is not distinct from ${collectorId === null ? teamId : null}::uuid
               and ${inCompanies(sql`s.company_id`, companies)}
               and ${companyId === null ? sql`true` : sql`s.company_id = ${companyId}`}
               and s.recorded_at <= ${knownBy(question)}
             order by s.company_id, s.month, s.currency, s.goal_id desc) g
      join (${months(question)}) m on m.month = g.month`;
}

/** Paid minutes: stated by month, else by the working day that a person is said to have. */
export function hourFacts(question: Question): Sql {
  const people = peopleIn(question.scope);
  const whom = people ? sql`p.member_id in (select w.member_id from (${people}) w)` : sql`true`;
  return sql`
    select null::uuid as account_id, p.member_id as ref, m.month as on_day,
           coalesce(s.amount * m.covered / m.days, p.minutes_a_day * d.days) as minor
      from portfolios.capacity_card p
     cross join (${months(question)}) m
      left join lateral (select x.amount
                           from metrics.stated_fact x
                          where x.kind = 'paid_minutes'
                            and x.member_id = p.member_id
                            and x.month = m.month
                            and x.recorded_at <= ${knownBy(question)}
                          order by x.stated_id desc
                          limit 1) s on true
     cross join lateral (${workingDays(question)}) d
     where ${whom}`;
}

function workingDays({ period: { from, to } }: Question): Sql {
  return sql`
    select count(*) as days
      from generate_series(greatest(${from}::date, m.month)::timestamp,
                           least(${to}::date, (m.month + interval '1 month - 1 day')::date),
                           interval '1 day') t (at)
     where extract(isodow from t.at) < 6
       and not exists (select
                         from team.absence_card b
                        where b.member_id = p.member_id
                          and t.at::date between b.from_on and b.last_on)`;
}
