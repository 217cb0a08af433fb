-- Two moments of the book side by side: what was posted between them, and what became of each item.
-- A moment is the close of a day as known at an instant; `infinity`: as known now. The later moment
-- is not earlier in either. What the earlier one did not hold is found by its day or its recording,
-- so that the cost grows with what changed and not with the history (law 3).
create index item_by_day on ledger.item (effective_on);
create index item_by_recording on ledger.item using brin (recorded_at);
create index entry_by_day on ledger.entry (effective_on);

-- Published: items that the later moment holds and the earlier one does not, with what happened.
-- `late`: their day had come by the earlier moment, but nobody had told us. Balances move by items
-- alone, because an application takes from a debit what it takes from a credit.
create function ledger.posted_between(from_as_of date, from_known_at timestamptz,
                                      to_as_of date, to_known_at timestamptz)
returns table (account_id uuid, item_id uuid, document_id uuid, kind text, entry_kind text,
               side smallint, currency text, amount_minor bigint, number text, reference text,
               due_on date, effective_on date, recorded_at timestamptz, late boolean)
language sql stable
as $$
  select i.account_id, i.item_id, i.document_id, i.kind, e.kind, i.side, i.currency,
         i.amount_minor, i.number, i.reference, i.due_on, i.effective_on, i.recorded_at,
         i.effective_on <= from_as_of
    from ledger.item i
    join ledger.entry e on e.account_id = i.account_id and e.entry_id = i.entry_id
   where (i.effective_on > from_as_of or i.recorded_at > from_known_at)
     and (e.effective_on > from_as_of or e.recorded_at > from_known_at)
     and i.effective_on <= to_as_of
     and i.recorded_at <= to_known_at
$$;

-- Published: every item that is open at either moment or came between, with what was open at both.
-- One stretch of the index holds the items that closed later than the earlier day; the rest are
-- those of which we were told later. Applications that a moment does not know are undone for it.
create function ledger.open_items_between(from_as_of date, from_known_at timestamptz,
                                          to_as_of date, to_known_at timestamptz)
returns table (account_id uuid, item_id uuid, kind text, side smallint, currency text,
               issued_on date, due_on date, amount_minor bigint, open_before bigint,
               open_after bigint, aged boolean, came boolean)
language sql stable
as $$
  with later as (
    select a.account_id, a.debit_item_id, a.credit_item_id, a.amount_minor,
           case when a.effective_on > to_as_of or a.recorded_at > to_known_at
                then a.amount_minor else 0 end as uncounted,
           a.recorded_at > from_known_at as told
      from ledger.application a
     where a.effective_on > from_as_of
        or a.recorded_at > from_known_at
  ), undone as (
    select u.account_id, u.item_id, sum(u.before)::bigint as before, sum(u.after)::bigint as after,
           bool_or(u.told) as told, bool_or(u.late) as late, bool_or(u.unknown) as unknown
      from (select l.account_id, l.debit_item_id as item_id, l.amount_minor as before,
                   l.uncounted as after, l.told, false as late, false as unknown
              from later l
             union all
            select l.account_id, l.credit_item_id, -l.amount_minor, -l.uncounted, l.told, false,
                   false
              from later l
             union all
            select i.account_id, i.item_id, 0, 0, true, true, i.recorded_at > to_known_at
              from ledger.item i
             where i.recorded_at > from_known_at) u
     group by u.account_id, u.item_id
  ), seen as (
    select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
           b.amount_minor, b.open_minor + coalesce(u.before, 0) as opening,
           b.open_minor + coalesce(u.after, 0) as closing,
           b.effective_on > from_as_of or coalesce(u.late, false) as came
      from ledger.item_balance b
      left join undone u on u.item_id = b.item_id
     where b.closed_on > from_as_of
       and b.effective_on <= to_as_of
       and u.unknown is not true
     union all
    select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
           b.amount_minor, b.open_minor + u.before, b.open_minor + u.after, u.late
      from undone u
      join ledger.item_balance b on b.account_id = u.account_id and b.item_id = u.item_id
     where u.told
       and not u.unknown
       and b.closed_on <= from_as_of
  )
  select s.account_id, s.item_id, s.kind, s.side, s.currency, s.issued_on, s.due_on,
         s.amount_minor, case when s.came then 0 else s.opening end, s.closing,
         s.side = 1 and s.kind not in ('refund', 'reversal', 'transfer'), s.came
    from seen s
   where s.came
      or s.opening <> 0
      or s.closing <> 0
$$;

-- Published: when the newest import was recorded; no row when nothing was ever imported.
create view ledger.latest_import as
select recorded_at
  from ledger.entry
 where import_id is not null
 order by recorded_at desc
 limit 1;
grant select on ledger.latest_import to dunlin_app;

-- Published: applications by the numbers of what they joined.
create view ledger.application_card as
select a.account_id, a.application_id, a.debit_item_id, a.credit_item_id, a.kind, a.amount_minor,
       a.effective_on, a.recorded_at, d.number as debit_number, c.number as credit_number
  from ledger.application a
  join ledger.item d on d.account_id = a.account_id and d.item_id = a.debit_item_id
  join ledger.item c on c.account_id = a.account_id and c.item_id = a.credit_item_id;
grant select on ledger.application_card to dunlin_app;
