-- The plain-SQL baseline that came with the neutral book: what an aging costs on bare tables, without a
-- ledger, known-at, names, roles or companies. Statements are told apart by their `-- name:` lines;
-- $1 is the as-of day. PostgreSQL 15 or newer.

-- name: tables
create table customer(customer_id text primary key,name text,parent_id text,payer_id text,segment text,terms_code text,credit_limit_cents bigint,language text,email text,phone text,city text,state text,zip text,resale_exempt int,hidden_profile text);
create table doc(doc_id text,doc_type text,number text,customer_id text,issue_date date,due_date date,terms_code text,discount_date date,discount_cents bigint,currency text,net_cents bigint,tax_cents bigint,total_cents bigint,po_number text,order_id text,credits_doc_id text,disputed_on date,dispute_resolved_on date,dispute_reason text);
create table pay(payment_id text,type text,customer_id text,posted_on date,method text,reference text,currency text,amount_cents bigint,ref_payment_id text);
create table app(application_id text,applied_on date,source_type text,source_id text,kind text,invoice_id text,amount_cents bigint);

-- name: open items
create table item as select d.doc_id, d.doc_type, d.number, d.customer_id, d.issue_date, d.due_date, d.total_cents, d.disputed_on, d.dispute_resolved_on,
      d.total_cents - coalesce(a.s,0) + coalesce(b.s,0) as open_cents, case when d.total_cents - coalesce(a.s,0) + coalesce(b.s,0) = 0 then greatest(a.m,b.m,d.issue_date) else 'infinity'::date end as closed_on
      from doc d left join (select invoice_id, sum(amount_cents)::bigint s, max(applied_on) m from app group by 1) a on a.invoice_id=d.doc_id
      left join (select source_id, sum(amount_cents)::bigint s, max(applied_on) m from app where source_type='CM' group by 1) b on b.source_id=d.doc_id
      union all select p.payment_id,'PAY',null,p.customer_id,p.posted_on,p.posted_on,-p.amount_cents,null,null,
       -(p.amount_cents+coalesce(r.s,0)-coalesce(a.s,0)), case when p.amount_cents+coalesce(r.s,0)-coalesce(a.s,0)=0 then greatest(p.posted_on,r.m,a.m) else 'infinity'::date end
      from pay p left join (select ref_payment_id, sum(amount_cents)::bigint s, max(posted_on) m from pay where ref_payment_id is not null group by 1) r on r.ref_payment_id=p.payment_id
      left join (select source_id, sum(amount_cents)::bigint s, max(applied_on) m from app where source_type='PAY' group by 1) a on a.source_id=p.payment_id where p.ref_payment_id is null;
alter table item add primary key (doc_id);
create index on item (customer_id) where open_cents <> 0;
create index on item (closed_on) include (issue_date);
create index on doc(customer_id);
create index on pay(customer_id);
create index on app(invoice_id);
create index on app(source_id);
create index on app(applied_on);
create unique index on doc(doc_id);
create unique index on pay(payment_id);
create index on pay(ref_payment_id);

-- name: aging today
with x as (select customer_id, doc_type k, $1::date-due_date dpd, open_cents o from item where open_cents<>0) select customer_id,sum(o) filter (where k='INV' and dpd<=0), sum(o) filter (where k='INV' and dpd between 1 and 30), sum(o) filter (where k='INV' and dpd between 31 and 60), sum(o) filter (where k='INV' and dpd between 61 and 90),
 sum(o) filter (where k='INV' and dpd between 91 and 120), sum(o) filter (where k='INV' and dpd>120), sum(o) filter (where k='CM'), sum(o) filter (where k='PAY') from x group by 1;

-- name: aging as of
with l as (select invoice_id, source_type, source_id, amount_cents a from app where applied_on>$1),
 u as (select id, sum(a)::bigint a from (select invoice_id id, a from l union all select source_id, -a from l where source_type<>'ADJ' union all select ref_payment_id, amount_cents from pay where posted_on>$1 and ref_payment_id is not null) z group by 1),
 x as (select i.customer_id, i.doc_type k, $1::date-i.due_date dpd, i.open_cents+coalesce(u.a,0) o from item i left join u on u.id=i.doc_id where i.closed_on>$1 and i.issue_date<=$1)
 select customer_id,sum(o) filter (where k='INV' and dpd<=0), sum(o) filter (where k='INV' and dpd between 1 and 30), sum(o) filter (where k='INV' and dpd between 31 and 60), sum(o) filter (where k='INV' and dpd between 61 and 90),
 sum(o) filter (where k='INV' and dpd between 91 and 120), sum(o) filter (where k='INV' and dpd>120), sum(o) filter (where k='CM'), sum(o) filter (where k='PAY') from x where o<>0 group by 1;

-- name: aging from the whole history
with a as (select invoice_id, sum(amount_cents)::bigint s from app where applied_on<=$1 group by 1),
 b as (select source_id, source_type, sum(amount_cents)::bigint s from app where applied_on<=$1 and source_type<>'ADJ' group by 1,2),
 p as (select coalesce(ref_payment_id,payment_id) id, min(customer_id) customer_id, sum(amount_cents)::bigint s from pay where posted_on<=$1 group by 1),
 x as (select d.customer_id, d.doc_type k, $1::date-d.due_date dpd, d.total_cents-coalesce(a.s,0)+coalesce(b.s,0) o from doc d left join a on a.invoice_id=d.doc_id left join b on b.source_id=d.doc_id and b.source_type='CM' where d.issue_date<=$1
 union all select p.customer_id,'PAY',0,-(p.s-coalesce(b.s,0)) from p left join b on b.source_id=p.id and b.source_type='PAY')
 select customer_id,sum(o) filter (where k='INV' and dpd<=0), sum(o) filter (where k='INV' and dpd between 1 and 30), sum(o) filter (where k='INV' and dpd between 31 and 60), sum(o) filter (where k='INV' and dpd between 61 and 90),
 sum(o) filter (where k='INV' and dpd between 91 and 120), sum(o) filter (where k='INV' and dpd>120), sum(o) filter (where k='CM'), sum(o) filter (where k='PAY') from x where o<>0 group by 1;
