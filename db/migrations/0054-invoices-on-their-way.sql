-- Invoices go out in runs as statements do: a paper is of an account, or of one of its documents.

-- The subject of a paper: the account itself for its statement, the document for an invoice.
alter table statements.answer drop constraint answer_account_id_run_id_fkey;
alter table statements.delivery drop constraint delivery_account_id_run_id_fkey;
alter table statements.paper drop constraint paper_account_id_run_id_fkey;

alter table statements.selected add column subject_id uuid;
update statements.selected set subject_id = account_id;
alter table statements.selected alter column subject_id set not null;
alter table statements.selected drop constraint selected_pkey;
alter table statements.selected add primary key (account_id, run_id, subject_id);
-- Whether a document is in a run already.
create index selected_by_subject on statements.selected (subject_id);

alter table statements.paper add column subject_id uuid;
update statements.paper set subject_id = account_id;
alter table statements.paper alter column subject_id set not null;
alter table statements.paper drop constraint paper_pkey;
alter table statements.paper add primary key (account_id, run_id, subject_id);
alter table statements.paper add foreign key (account_id, run_id, subject_id)
  references statements.selected;
-- An invoice that the book cannot write has no file until somebody mends it.
alter table statements.paper alter column file_id drop not null;
alter table statements.paper alter column sha256 drop not null;
alter table statements.paper drop constraint paper_pages_check;
alter table statements.paper add constraint paper_has_pages
  check (pages > 0 or (pages = 0 and file_id is null and sha256 is null));

alter table statements.answer add column subject_id uuid;
update statements.answer set subject_id = account_id;
alter table statements.answer alter column subject_id set not null;
alter table statements.answer drop constraint answer_pkey;
alter table statements.answer add primary key (account_id, run_id, subject_id, recorded_at);
alter table statements.answer add foreign key (account_id, run_id, subject_id)
  references statements.paper;

alter table statements.delivery add column subject_id uuid;
update statements.delivery set subject_id = account_id;
alter table statements.delivery alter column subject_id set not null;
alter table statements.delivery drop constraint delivery_pkey;
alter table statements.delivery add primary key (account_id, run_id, subject_id);
alter table statements.delivery add foreign key (account_id, run_id, subject_id)
  references statements.paper;

alter table statements.run add column kind text not null default 'statement'
  check (kind in ('statement', 'invoice'));
alter table statements.run alter column kind drop default;
