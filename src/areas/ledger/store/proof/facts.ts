/** Laws 1 and 5: facts keep to their order, their account and their currency, and stay. */
import type { Law } from '#platform/postgres/proof.ts';
import { sql } from '#platform/postgres/sql.ts';

const applicationsJoinTheirItems: Law = {
  name: 'an application joins a debit and a credit of one currency, and comes after both',
  breach: sql<{ broken: string }>`
    select format('application %s of account %s does not fit its items %s and %s',
                  a.application_id, a.account_id, a.debit_item_id, a.credit_item_id) as broken
      from ledger.application a
      join ledger.item d on d.account_id = a.account_id and d.item_id = a.debit_item_id
      join ledger.item c on c.account_id = a.account_id and c.item_id = a.credit_item_id
     where d.side <> 1
        or c.side <> -1
        or d.currency <> c.currency
        or a.effective_on < greatest(d.effective_on, c.effective_on)
        or a.recorded_at < greatest(d.recorded_at, c.recorded_at)
     order by 1
     limit 1`,
};

/** Both may come in one act out of order: the undoing of an import ends what it puts back. */
const reversalsMirror: Law = {
  name: 'a reversal is its original with a minus, and not before it',
  breach: sql<{ broken: string }>`
    select format('application %s of account %s does not mirror %s', r.application_id,
                  r.account_id, o.application_id) as broken
      from ledger.application r
      join ledger.application o on o.account_id = r.account_id and o.application_id = r.reverses
     where (r.debit_item_id, r.credit_item_id, r.kind, r.amount_minor, r.debit_base_minor,
            r.credit_base_minor)
           is distinct from
           (o.debit_item_id, o.credit_item_id, o.kind, -o.amount_minor, -o.debit_base_minor,
            -o.credit_base_minor)
        or o.reverses is not null
        or (r.effective_on < o.effective_on and r.recorded_at > o.recorded_at)
        or r.recorded_at < o.recorded_at
     order by 1
     limit 1`,
};

const factsShareTheirEntrysDays: Law = {
  name: 'items and applications count on the day of their entry',
  breach: sql<{ broken: string }>`
    select format('%s of account %s does not share the days of entry %s', f.id, f.account_id,
                  e.entry_id) as broken
      from (select account_id, entry_id, item_id as id, effective_on, recorded_at
              from ledger.item
             union all
            select account_id, entry_id, application_id, effective_on, recorded_at
              from ledger.application) f
      join ledger.entry e on e.account_id = f.account_id and e.entry_id = f.entry_id
     where (f.effective_on, f.recorded_at) is distinct from (e.effective_on, e.recorded_at)
     order by 1
     limit 1`,
};

const factsCannotBeChanged: Law = {
  name: 'the program’s role may not change or delete a fact',
  breach: sql<{ broken: string }>`
    select format('dunlin_app may %s %s', p.privilege, t.name) as broken
      from unnest(array['ledger.entry', 'ledger.line', 'ledger.item', 'ledger.application',
                        'ledger.reservation', 'ledger.reservation_end', 'ledger.discount_offer',
                        'ledger.exchange_rate']) as t (name)
     cross join unnest(array['update', 'delete', 'truncate']) as p (privilege)
     where has_table_privilege('dunlin_app', t.name, p.privilege)
     order by 1
     limit 1`,
};

export const factLaws: readonly Law[] = [
  applicationsJoinTheirItems,
  reversalsMirror,
  factsShareTheirEntrysDays,
  factsCannotBeChanged,
];
