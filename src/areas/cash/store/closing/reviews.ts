/** Lists of a person's own acts that a second person looks over, and who signed them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { ReviewRow, ReviewedAct } from '../../rules/closing/review.ts';
import type { CompanyDay } from './day.ts';

export type NewReview = CompanyDay & {
  readonly about: 'day' | 'statement';
  readonly person: string;
  readonly rows: readonly ReviewRow[];
  readonly dueOn: Day;
};

export async function insertReview(context: Context, review: NewReview): Promise<Id> {
  const { tx, at } = context;
  const reviewId = context.newId();
  await tx.run(sql`
    insert into cash.review (review_id, company_id, about, on_day, person, rows, due_on,
                             recorded_at)
    values (${reviewId}, ${review.companyId}, ${review.about}, ${review.day}, ${review.person},
            ${JSON.stringify(review.rows)}, ${review.dueOn}, ${at})`);
  return reviewId;
}

export type Review = {
  readonly reviewId: Id;
  readonly companyId: Id;
  readonly about: 'day' | 'statement';
  readonly day: Day;
  readonly person: string;
  readonly by: string;
  readonly rows: readonly ReviewRow[];
  readonly dueOn: Day;
  readonly signed: { readonly by: string; readonly at: Instant; readonly note: string } | null;
};

/** Lists that wait for a second person, and those of one day, the longest due first. */
export async function reviewsOf(db: Queries, which: CompanyDay): Promise<Review[]> {
  const { companyId, day: on } = which;
  return reviewsWhere(
    db,
    sql<boolean>`r.company_id = ${companyId} and (s.review_id is null or r.on_day = ${on})`,
  );
}

/** One list of the company; two signatures of it wait for each other. */
export async function lockReview(tx: Tx, companyId: Id, reviewId: Id): Promise<Review | undefined> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`cash.review ${reviewId}`}, 0))`);
  const its = sql<boolean>`r.company_id = ${companyId} and r.review_id = ${reviewId}`;
  const [review] = await reviewsWhere(tx, its);
  return review;
}

async function reviewsWhere(db: Queries, condition: Sql<boolean>): Promise<Review[]> {
  const rows = await db.all(sql<{
    review_id: string;
    company_id: string;
    about: 'day' | 'statement';
    on_day: string;
    person: string;
    by: string;
    rows: ReviewRow[];
    due_on: string;
    signed_by: string | null;
    signed_at: string | null;
    note: string | null;
  }>`
    select r.review_id, r.company_id, r.about, r.on_day, r.person, r.rows, r.due_on,
           coalesce(p.name, r.person) as by, coalesce(q.name, s.actor) as signed_by,
           s.recorded_at as signed_at, s.note
      from cash.review r
      left join cash.review_signature s on s.review_id = r.review_id
      left join team.person p on r.person = 'member:' || p.member_id
      left join team.person q on s.actor = 'member:' || q.member_id
     where ${condition}
     order by r.due_on, r.review_id
     limit 200`);
  return rows.map((row) => ({
    reviewId: id(row.review_id),
    companyId: id(row.company_id),
    about: row.about,
    day: day(row.on_day),
    person: row.person,
    by: row.by,
    rows: row.rows,
    dueOn: day(row.due_on),
    signed:
      row.signed_by === null || row.signed_at === null
        ? null
        : { by: row.signed_by, at: instant(row.signed_at), note: row.note ?? '' },
  }));
}

export async function insertReviewSignature(
  { tx, at, actor }: Context,
  { reviewId, person }: Pick<Review, 'reviewId' | 'person'>,
  note: string,
): Promise<void> {
  await tx.run(sql`
    insert into cash.review_signature (review_id, person, actor, note, recorded_at)
    values (${reviewId}, ${person}, ${actor.ref}, ${note}, ${at})`);
}

/** One worker at a time asks for a company's reviews. */
export async function lockReviews(tx: Tx, companyId: Id): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(${`cash.reviews ${companyId}`}, 0))`);
}

/** What stands in lists of that day and person already. */
export async function frozenRows(
  db: Queries,
  { companyId, day: on }: CompanyDay,
  person: string,
): Promise<ReviewRow[]> {
  const rows = await db.all(sql<{ rows: ReviewRow[] }>`
    select r.rows
      from cash.review r
     where r.company_id = ${companyId}
       and r.about      = 'day'
       and r.on_day     = ${on}
       and r.person     = ${person}`);
  return rows.flatMap((row) => row.rows);
}

/** What this person did with the cash of a day, act by act. */
export async function ownActs(
  db: Queries,
  { companyId, day: on }: CompanyDay,
  person: string,
): Promise<ReviewRow[]> {
  const rows = await db.all(sql<{
    act: ReviewedAct;
    id: string;
    who: string;
    amount_minor: bigint;
    currency: string;
    reason: string;
  }>`
    with mine as (
      select r.receipt_id, r.payer_name, r.amount_minor, r.currency, r.actor
        from cash.receipt r
       where r.company_id = ${companyId} and r.received_on = ${on}
    )
    select 'entered' as act, m.receipt_id as id, m.payer_name as who, m.amount_minor, m.currency,
           '' as reason
      from mine m
     where m.actor = ${person}
     union all
    select 'posted', m.receipt_id, m.payer_name, m.amount_minor, m.currency, p.reason
      from mine m
      join cash.posting p on p.receipt_id = m.receipt_id and p.actor = ${person}
     union all
    select c.kind, m.receipt_id, m.payer_name, c.amount_minor, m.currency, c.reason
      from mine m
      join cash.correction c on c.receipt_id = m.receipt_id and c.actor = ${person}
     union all
    select 'elsewhere', m.receipt_id, m.payer_name, m.amount_minor, m.currency, e.reason
      from mine m
      join cash.elsewhere e on e.receipt_id = m.receipt_id and e.actor = ${person}
     union all
    select 'held_over', m.receipt_id, m.payer_name, m.amount_minor, m.currency, h.reason
      from mine m
      join cash.held_over h on h.receipt_id = m.receipt_id and h.actor = ${person}
     union all
    select 'deposited', d.deposit_id, '', d.control_minor, d.currency, d.note
      from cash.deposit d
     where d.company_id = ${companyId} and d.deposited_on = ${on} and d.actor = ${person}
     order by 1, 3, 2`);
  return rows.map(({ amount_minor: amount, ...row }) => ({ ...row, amount: amount.toString() }));
}
