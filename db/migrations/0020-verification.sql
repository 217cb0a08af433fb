-- Repairs also close duplicates and name contacts; a clean-up may keep to some accounts.
alter table projects.fix drop constraint fix_kind_check;
alter table projects.fix add constraint fix_kind_check
      check (kind in ('apply_credits', 'set_fields', 'close_duplicates'));

-- Which accounts a clean-up is about; nothing named is every account of the company.
alter table projects.clean_up
      add column account_owner_id uuid,
      add column segment          text,
      add column least_base_minor bigint not null default 0 check (least_base_minor >= 0);

-- One person's findings.
create index finding_by_owner on projects.finding (owner_id)
 where gone_at is null and owner_id is not null;
