/** Links for outsiders, how each was used, and the files that came with a case. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Language } from '#kernel/words.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { CaseState } from '../rules/case-life.ts';
import type { EvidenceKind, LinkStanding, Verdict } from '../rules/link.ts';

export type NewLink = {
  readonly accountId: Id;
  readonly caseId: Id;
  readonly linkId: Id;
  readonly tokenHash: string;
  readonly toName: string;
  readonly toEmail: string;
  readonly language: Language;
  readonly question: string;
  readonly expiresAt: Instant;
};

export async function insertLink({ tx, at, actor }: Context, made: NewLink): Promise<void> {
  await tx.run(sql`
    insert into disputes.link (account_id, link_id, case_id, token_hash, to_name, to_email,
                               language, question, expires_at, recorded_at, actor)
    values (${made.accountId}, ${made.linkId}, ${made.caseId}, ${made.tokenHash}, ${made.toName},
            ${made.toEmail}, ${made.language}, ${made.question}, ${made.expiresAt}, ${at},
            ${actor.ref})`);
}

export type Link = LinkStanding &
  Omit<NewLink, 'tokenHash'> & {
    readonly madeAt: Instant;
    readonly madeBy: string;
    readonly openedAt: Instant | null;
    readonly answeredAt: Instant | null;
  };

/** The link with this hash; undefined when there is none. */
export async function linkHashed(db: Queries, tokenHash: string): Promise<Link | undefined> {
  const [found] = await linksWhere(db, sql`l.token_hash = ${tokenHash}`);
  return found;
}

/** The links of a case, the latest first. */
export function linksOf(db: Queries, accountId: Id, caseId: Id): Promise<Link[]> {
  return linksWhere(db, sql`l.account_id = ${accountId} and l.case_id = ${caseId}`);
}

async function linksWhere(db: Queries, condition: Sql): Promise<Link[]> {
  const rows = await db.all(sql<{
    account_id: string;
    case_id: string;
    link_id: string;
    to_name: string;
    to_email: string;
    language: Language;
    question: string;
    expires_at: string;
    recorded_at: string;
    made_by: string;
    revoked: boolean;
    state: CaseState;
    answers: bigint;
    opened_at: string | null;
    answered_at: string | null;
  }>`
    select l.account_id, l.case_id, l.link_id, l.to_name, l.to_email, l.language, l.question,
           l.expires_at, l.recorded_at, coalesce(p.name, l.actor) as made_by,
           exists (select
                     from disputes.link_revoked r
                    where r.account_id = l.account_id
                      and r.link_id    = l.link_id) as revoked,
           n.state, u.answers, u.opened_at, u.answered_at
      from disputes.link l
      join disputes.case_now n on n.account_id = l.account_id and n.case_id = l.case_id
      left join team.person p on 'member:' || p.member_id = l.actor
      left join lateral (select count(*) filter (where x.kind = 'answered') as answers,
                                min(x.recorded_at) filter (where x.kind = 'opened') as opened_at,
                                max(x.recorded_at) filter (where x.kind = 'answered')
                                as answered_at
                           from disputes.link_use x
                          where x.account_id = l.account_id
                            and x.link_id    = l.link_id) u on true
     where ${condition}
     order by l.link_id desc`);
  return rows.map((row) => ({
    accountId: id(row.account_id),
    caseId: id(row.case_id),
    linkId: id(row.link_id),
    toName: row.to_name,
    toEmail: row.to_email,
    language: row.language,
    question: row.question,
    expiresAt: instant(row.expires_at),
    madeAt: instant(row.recorded_at),
    madeBy: row.made_by,
    revoked: row.revoked,
    state: row.state,
    answers: Number(row.answers),
    openedAt: row.opened_at === null ? null : instant(row.opened_at),
    answeredAt: row.answered_at === null ? null : instant(row.answered_at),
  }));
}

/** False when it was taken back before. */
export async function revokeLink(
  { tx, at, actor }: Context,
  accountId: Id,
  linkId: Id,
): Promise<boolean> {
  const rows = await tx.run(sql`
    insert into disputes.link_revoked (account_id, link_id, recorded_at, actor)
    values (${accountId}, ${linkId}, ${at}, ${actor.ref})
        on conflict do nothing`);
  return rows === 1;
}

/** `verdict` null: it was only opened. */
export async function insertUse(
  { tx, at, newId }: Context,
  { accountId, linkId }: Pick<NewLink, 'accountId' | 'linkId'>,
  { verdict, answer }: { readonly verdict: Verdict | null; readonly answer: string },
): Promise<void> {
  const kind = verdict === null ? 'opened' : 'answered';
  await tx.run(sql`
    insert into disputes.link_use (account_id, link_id, use_id, kind, verdict, answer, recorded_at)
    values (${accountId}, ${linkId}, ${newId()}, ${kind}, ${verdict}, ${answer}, ${at})`);
}

export type LinkAnswer = {
  readonly linkId: Id;
  readonly by: string;
  readonly verdict: Verdict;
  readonly answer: string;
  readonly at: Instant;
};

/** What came back through the links of a case, in order. */
export async function answersOf(db: Queries, accountId: Id, caseId: Id): Promise<LinkAnswer[]> {
  const rows = await db.all(sql<{
    link_id: string;
    to_name: string;
    verdict: Verdict;
    answer: string;
    recorded_at: string;
  }>`
    select u.link_id, l.to_name, u.verdict, u.answer, u.recorded_at
      from disputes.link l
      join disputes.link_use u on u.account_id = l.account_id and u.link_id = l.link_id
     where l.account_id = ${accountId}
       and l.case_id    = ${caseId}
       and u.kind       = 'answered'
     order by u.recorded_at, u.use_id`);
  return rows.map((row) => ({
    linkId: id(row.link_id),
    by: row.to_name,
    verdict: row.verdict,
    answer: row.answer,
    at: instant(row.recorded_at),
  }));
}

export type NewEvidence = {
  readonly accountId: Id;
  readonly caseId: Id;
  readonly linkId: Id | null;
  readonly kind: EvidenceKind;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Uint8Array;
};

export async function insertEvidence(context: Context, made: NewEvidence): Promise<Id> {
  const evidenceId = context.newId();
  await context.tx.run(sql`
    insert into disputes.evidence (account_id, evidence_id, case_id, link_id, kind, file_name,
                                   media_type, sha256, content, recorded_at, actor)
    values (${made.accountId}, ${evidenceId}, ${made.caseId}, ${made.linkId}, ${made.kind},
            ${made.fileName}, ${made.mediaType}, ${made.sha256}, ${made.content}, ${context.at},
            ${context.actor.ref})`);
  return evidenceId;
}

export type Evidence = Omit<NewEvidence, 'content' | 'accountId' | 'caseId'> & {
  readonly evidenceId: Id;
  readonly bytes: number;
  readonly by: string;
  readonly at: Instant;
};

export async function evidenceOf(db: Queries, accountId: Id, caseId: Id): Promise<Evidence[]> {
  const rows = await db.all(sql<{
    evidence_id: string;
    link_id: string | null;
    kind: EvidenceKind;
    file_name: string;
    media_type: string;
    sha256: string;
    bytes: number;
    by: string;
    recorded_at: string;
  }>`
    select e.evidence_id, e.link_id, e.kind, e.file_name, e.media_type, e.sha256,
           length(e.content) as bytes, coalesce(l.to_name, p.name, e.actor) as by, e.recorded_at
      from disputes.evidence e
      left join disputes.link l on l.account_id = e.account_id and l.link_id = e.link_id
      left join team.person p on 'member:' || p.member_id = e.actor
     where e.account_id = ${accountId}
       and e.case_id    = ${caseId}
     order by e.evidence_id`);
  return rows.map((row) => ({
    evidenceId: id(row.evidence_id),
    linkId: row.link_id === null ? null : id(row.link_id),
    kind: row.kind,
    fileName: row.file_name,
    mediaType: row.media_type,
    sha256: row.sha256,
    bytes: row.bytes,
    by: row.by,
    at: instant(row.recorded_at),
  }));
}

/** The bytes of one file of a case, as they came. */
export async function evidenceFile(
  db: Queries,
  accountId: Id,
  evidenceId: Id,
): Promise<{ fileName: string; mediaType: string; content: Uint8Array } | undefined> {
  const row = await db.maybe(sql<{ file_name: string; media_type: string; content: Uint8Array }>`
    select file_name, media_type, content
      from disputes.evidence
     where account_id  = ${accountId}
       and evidence_id = ${evidenceId}`);
  return row && { fileName: row.file_name, mediaType: row.media_type, content: row.content };
}

/** When a link ends: to the minute so many days after it was made. */
export function endOfLink(at: Instant, days: number): Instant {
  return instant(new Date(Date.parse(at) + days * 86_400_000).toISOString());
}
