-- When two accounts become one, what was agreed, contested and held goes on under the one that
-- stays: its facts are repeated there under their own ids, and where it stands moves along.

-- Repeats rows of one account under another, each item by its new id; what names an item that did
-- not move, for it was paid, stays behind. A second time adds nothing.
create function platform.carry_rows(target regclass, key text, ids uuid[], from_id uuid,
                                    into_id uuid, items jsonb)
returns bigint
language plpgsql set search_path = pg_catalog
as $$
declare
  carried bigint;
begin
  execute format(
    'insert into %1$s
     select r.*
       from (select x.*, to_jsonb(x) as said from %1$s x
              where x.account_id = $1 and x.%2$I = any($3)) t
      cross join lateral jsonb_populate_record(null::%1$s,
              t.said || jsonb_build_object(''account_id'', $2)
                     || case when t.said ? ''item_id''
                             then jsonb_build_object(''item_id'', $4 -> (t.said ->> ''item_id''))
                             else ''{}''::jsonb end) r
      where not t.said ? ''item_id'' or $4 ? (t.said ->> ''item_id'')
         on conflict do nothing', target, key)
    using from_id, into_id, ids, items;
  get diagnostics carried = row_count;
  return carried;
end
$$;
revoke all on function platform.carry_rows(regclass, text, uuid[], uuid, uuid, jsonb) from public;
grant execute on function platform.carry_rows(regclass, text, uuid[], uuid, uuid, jsonb)
   to dunlin_app;

create index account_merged on customers.account (merged_into) where merged_into is not null;

-- Money that counted for a plan or a settlement before its account was merged into this one.
create table promises.carried_money (
  account_id     uuid        not null references ledger.account,
  arrangement_id uuid        not null,
  carried_id     uuid        not null,
  currency       text        not null,
  amount_minor   bigint      not null,
  counts_on      date        not null,
  recorded_at    timestamptz not null,
  primary key (account_id, arrangement_id, carried_id)
);
grant select, insert on promises.carried_money to dunlin_app;

-- A link to a case is looked up by its token, and its case may have gone on elsewhere.
alter table disputes.link drop constraint link_token_hash_key;
create unique index link_token on disputes.link (account_id, token_hash);
create index link_by_token on disputes.link (token_hash);

-- Published: also whether a request still waits for somebody's word.
create or replace view approvals.request_card as
select r.request_id, r.company_id, r.account_id, r.kind, r.needs, r.requested_by, r.expires_on,
       not exists (select from approvals.request_end e
                    where e.request_id = r.request_id) as is_open
  from approvals.request r;
