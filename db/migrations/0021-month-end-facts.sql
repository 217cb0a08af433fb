-- What month end and closing read of each other, and comparisons of what is known now in one pass.

-- Published: who signed which period, and the moment that its figures were cut at. The ledger
-- closes for good only what is signed.
create view reports.signed_period as
select company_id, period, last_on, known_at, actor, recorded_at
  from reports.sign_off;
grant select on reports.signed_period to dunlin_app;

-- Published: what snapshots closed because the source names it no more, with the moment of the
-- first answer that stands; null: nobody has said yet what it was. What an undone import closed
-- stands open again and is not here.
create view imports.closing_card as
select c.account_id, c.adjustment_id, c.item_id, c.external_id, c.closed_on, c.currency,
       c.amount_minor, i.source, i.at as recorded_at,
       (select min(n.at)
          from imports.closing_answer n
         where n.account_id    = c.account_id
           and n.adjustment_id = c.adjustment_id
           and not exists (select from imports.undone u where u.import_id = n.import_id))
       as answered_at
  from imports.closing c
  join imports.import i on i.import_id = c.import_id
 where not exists (select from imports.undone u where u.import_id = c.import_id);
grant select on imports.closing_card to dunlin_app;

-- Published: `posted_between` with both moments as known now: nothing can be late, and one stretch
-- of days finds everything, its sums out of two indexes alone.
drop index ledger.entry_by_day;
create index entry_by_day on ledger.entry (effective_on) include (account_id, entry_id, kind);
create function ledger.posted_since(from_as_of date, to_as_of date)
returns table (account_id uuid, item_id uuid, document_id uuid, kind text, entry_kind text,
               side smallint, currency text, amount_minor bigint, number text, reference text,
               due_on date, effective_on date, recorded_at timestamptz, late boolean)
language sql stable
as $$
  select i.account_id, i.item_id, i.document_id, i.kind, e.kind, i.side, i.currency,
         i.amount_minor, i.number, i.reference, i.due_on, i.effective_on, i.recorded_at, false
    from ledger.item i
    join ledger.entry e on e.account_id = i.account_id and e.entry_id = i.entry_id
   where i.effective_on > from_as_of
     and i.effective_on <= to_as_of
     and e.effective_on > from_as_of
     and e.effective_on <= to_as_of
$$;

-- Published: `open_items_between` with both moments as known now. Every item that is open at either
-- closed later than the first day, so one stretch of the covering index holds them all, and only
-- what was applied since that day is looked up beside it.
create function ledger.open_items_since(from_as_of date, to_as_of date)
returns table (account_id uuid, item_id uuid, kind text, side smallint, currency text,
               issued_on date, due_on date, amount_minor bigint, open_before bigint,
               open_after bigint, aged boolean, came boolean)
language sql stable
as $$
  with later as (
    select a.debit_item_id, a.credit_item_id, a.amount_minor,
           case when a.effective_on > to_as_of then a.amount_minor else 0 end as uncounted
      from ledger.application a
     where a.effective_on > from_as_of
  ), undone as (
    select u.item_id, sum(u.before)::bigint as before, sum(u.after)::bigint as after
      from (select l.debit_item_id as item_id, l.amount_minor as before, l.uncounted as after
              from later l
             union all
            select l.credit_item_id, -l.amount_minor, -l.uncounted
              from later l) u
     group by u.item_id
  )
  select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
         b.amount_minor,
         case when b.effective_on > from_as_of then 0
              else b.open_minor + coalesce(u.before, 0) end,
         b.open_minor + coalesce(u.after, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer'),
         b.effective_on > from_as_of
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where b.closed_on > from_as_of
     and b.effective_on <= to_as_of
     and (b.effective_on > from_as_of
          or b.open_minor + coalesce(u.before, 0) <> 0
          or b.open_minor + coalesce(u.after, 0) <> 0)
$$;

-- Published: the control account at the end of a day, as before, with the unapplied money and open
-- credits within it. The control account moves by items alone, and in base currency by what an
-- application realised; so what came later is summed from the items by their day, out of an index
-- that holds the amounts, and no entry is looked up but those that count in a later period.
drop index ledger.item_by_day;
create index item_by_day on ledger.item (effective_on)
       include (account_id, entry_id, currency, side, kind, amount_minor, base_minor,
                recorded_at);
drop function ledger.control_on(date, timestamptz);
create function ledger.control_on(as_of date, known_at timestamptz)
returns table (company_id uuid, currency text, effective_minor bigint, effective_base_minor bigint,
               posted_minor bigint, posted_base_minor bigint, credit_minor bigint,
               credit_base_minor bigint)
language sql stable
as $$
  with moved as (
    select b.account_id, b.currency, b.open_minor as amount, b.open_base_minor as base,
           case when b.side = -1 then b.open_minor else 0 end as credit,
           case when b.side = -1 then b.open_base_minor else 0 end as cbase, 0 as late, 0 as lbase
      from ledger.item_balance b
     where b.closed_on = 'infinity'
     union all
    select i.account_id, i.currency, -i.side * i.amount_minor, -i.side * i.base_minor,
           case when i.side = -1 then i.amount_minor else 0 end,
           case when i.side = -1 then i.base_minor else 0 end, 0, 0
      from ledger.item i
     where i.effective_on > as_of
     union all
    select i.account_id, i.currency, -i.side * i.amount_minor, -i.side * i.base_minor,
           case when i.side = -1 then i.amount_minor else 0 end,
           case when i.side = -1 then i.base_minor else 0 end, 0, 0
      from ledger.item i
     where i.recorded_at > known_at
       and i.effective_on <= as_of
     union all
    select p.account_id, d.currency, 0, p.debit_base_minor - p.credit_base_minor, 0, 0, 0, 0
      from ledger.application p
      join ledger.item d on d.account_id = p.account_id and d.item_id = p.debit_item_id
     where p.debit_base_minor <> p.credit_base_minor
       and (p.effective_on > as_of or p.recorded_at > known_at)
     union all
    select b.account_id, b.currency, 0, 0, -p.amount_minor, -p.credit_base_minor, 0, 0
      from ledger.application p
      join ledger.item_balance b on b.item_id = p.credit_item_id
     where p.effective_on > as_of
       and b.closed_on > as_of
       and b.side = -1
     union all
    select c.account_id, c.currency, 0, 0, -p.amount_minor, -p.credit_base_minor, 0, 0
      from ledger.application p
      join ledger.item c on c.account_id = p.account_id and c.item_id = p.credit_item_id
     where p.recorded_at > known_at
       and p.effective_on <= as_of
     union all
    select l.account_id, l.currency, 0, 0, 0, 0,
           case when l.debit = 'ar' then l.amount_minor else -l.amount_minor end,
           case when l.debit = 'ar' then l.base_minor else -l.base_minor end
      from ledger.entry e
      join ledger.line l on l.account_id = e.account_id and l.entry_id = e.entry_id
     where e.posted_on > e.effective_on
       and e.posted_on > as_of
       and e.effective_on <= as_of
       and e.recorded_at <= known_at
       and 'ar' in (l.debit, l.credit)
  )
  select a.company_id, m.currency, sum(m.amount)::bigint, sum(m.base)::bigint,
         sum(m.amount - m.late)::bigint, sum(m.base - m.lbase)::bigint, sum(m.credit)::bigint,
         sum(m.cbase)::bigint
    from moved m
    join ledger.account a on a.account_id = m.account_id
   group by a.company_id, m.currency
$$;
