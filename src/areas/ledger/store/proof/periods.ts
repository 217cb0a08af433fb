/** The law of periods: what is closed for good stays as it was. */
import type { Law } from '#platform/postgres/proof.ts';
import { sql } from '#platform/postgres/sql.ts';

const closedForGoodStays: Law = {
  name: 'nothing was posted into a period after it was closed for good',
  breach: sql<{ broken: string }>`
    select format('entry %s of account %s was posted on %s, recorded at %s, after %s was closed',
                  e.entry_id, e.account_id, e.posted_on, e.recorded_at, c.period) as broken
      from (select company_id, max(last_on) as last_on
              from ledger.period_closing
             where act = 'hard_close'
             group by company_id) h
      join ledger.account a on a.company_id = h.company_id
      join ledger.entry e on e.account_id = a.account_id and e.posted_on <= h.last_on
      join lateral (select p.period, p.recorded_at
                      from ledger.period_closing p
                     where p.company_id = h.company_id
                       and p.act        = 'hard_close'
                       and p.last_on   >= e.posted_on
                     order by p.last_on
                     limit 1) c on c.recorded_at < e.recorded_at
     order by 1
     limit 1`,
};

const closingsTellWhatIsClosed: Law = {
  name: 'what is closed is what the closings say',
  breach: sql<{ broken: string }>`
    select format('company %s is closed through %s, for good %s; its closings say %s and %s',
                  coalesce(c.company_id, f.company_id), c.soft_through, c.hard_through, f.soft,
                  f.hard) as broken
      from ledger.closed c
      full join (select l.company_id,
                        case when l.act = 'reopen' then l.first_on - 1
                             else greatest(l.last_on, x.soft) end as soft, x.hard
                   from (select distinct on (company_id) company_id, act, first_on, last_on
                           from ledger.period_closing
                          where act <> 'hard_close'
                          order by company_id, recorded_at desc, closing_id desc) l
                   join (select company_id, max(last_on) filter (where act = 'hard_close') as hard,
                                max(last_on) filter (where act = 'hard_close') as soft
                           from ledger.period_closing
                          group by company_id) x on x.company_id = l.company_id) f
        on f.company_id = c.company_id
     where (c.soft_through, c.hard_through) is distinct from (f.soft, f.hard)
     order by 1
     limit 1`,
};

export const periodLaws: readonly Law[] = [closedForGoodStays, closingsTellWhatIsClosed];
