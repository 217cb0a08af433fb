/** What stands for an account now is what its latest facts say: owner, status, limit. */
import type { Law } from '#platform/postgres/proof.ts';
import { sql } from '#platform/postgres/sql.ts';

const everyAccountStands: Law = {
  name: 'every account has the row of what stands now',
  breach: sql<{ broken: string }>`
    select format('account %s has no row in account_now', a.account_id) as broken
      from customers.account a
     where not exists (select from customers.account_now n where n.account_id = a.account_id)
     order by 1
     limit 1`,
};

const nowIsTheLatestFact: Law = {
  name: 'owner, pin, status, tags and limit of an account are those of its latest facts',
  breach: sql<{ broken: string }>`
    with owner as (
      select distinct on (account_id) account_id, member_id
        from customers.owner_fact
       order by account_id, effective_on desc, recorded_at desc
    ), pin as (
      select distinct on (account_id) account_id, pinned
        from customers.pin_fact
       order by account_id, recorded_at desc
    ), status as (
      select distinct on (account_id) account_id, status, effective_on
        from customers.status_fact
       order by account_id, effective_on desc, recorded_at desc
    ), tag as (
      select distinct on (account_id) account_id, tags
        from customers.tag_fact
       order by account_id, recorded_at desc
    ), credit as (
      select distinct on (account_id) account_id, limit_minor, currency
        from customers.limit_fact
       order by account_id, effective_on desc, recorded_at desc
    )
    select format('account %s: what stands now is not what its latest facts say',
                  n.account_id) as broken
      from customers.account_now n
      left join owner o on o.account_id = n.account_id
      left join pin i on i.account_id = n.account_id
      left join status s on s.account_id = n.account_id
      left join credit l on l.account_id = n.account_id
      left join tag t on t.account_id = n.account_id
     where n.owner_id is distinct from o.member_id
        or (n.pinned_at is not null) <> coalesce(i.pinned, false)
        or n.status <> coalesce(s.status, 'open')
        or n.status_since is distinct from s.effective_on
        or n.tags <> coalesce(t.tags, '{}')
        or n.limit_minor is distinct from l.limit_minor
     order by 1
     limit 1`,
};

export const accountLaws: readonly Law[] = [everyAccountStands, nowIsTheLatestFact];
