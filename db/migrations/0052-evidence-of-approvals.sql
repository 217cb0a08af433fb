-- Papers that speak for a request, and from which amount on there must be one.
alter table approvals.authority
  -- From this amount on nobody says yes without a paper; null: never asked for.
  add column evidence_from numeric check (evidence_from >= 0);

create table approvals.evidence (
  request_id  uuid        not null references approvals.request,
  evidence_id uuid        not null,
  file_name   text        not null check (file_name <> ''),
  media_type  text        not null
              check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'image/tiff')),
  sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content     bytea       not null check (octet_length(content) between 1 and 10485760),
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (request_id, evidence_id),
  -- The same paper speaks once for a request.
  constraint evidence_once unique (request_id, sha256)
);
alter table approvals.evidence alter column content set storage external;
grant select, insert on approvals.evidence to dunlin_app;
