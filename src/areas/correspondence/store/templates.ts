/** Versions of templates, what was done to each, and which one is in force. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { MessagePurpose } from '../rules/messages/message.ts';
import type { Template, TemplateChannel } from '../rules/templates/template.ts';

export type TemplateVersion = Template & {
  readonly version: number;
  readonly ownerId: Id | null;
  readonly owner: string;
  readonly expiresOn: Day | null;
  readonly reason: string;
  readonly at: Instant;
  /** The stable name of who wrote it, and their own. */
  readonly author: string;
  readonly authorName: string;
  /** `approved`, `rejected`, `withdrawn`. */
  readonly acts: readonly string[];
  readonly approvedBy: string;
};

type VersionRow = {
  template_key: string;
  version: number;
  channel: TemplateChannel;
  purpose: MessagePurpose;
  packs: string[];
  name_en: string;
  name_es: string;
  subject_en: string;
  subject_es: string;
  body_en: string;
  body_es: string;
  owner_id: string | null;
  owner: string | null;
  expires_on: string | null;
  reason: string;
  recorded_at: string;
  actor: string;
  author_name: string;
  acts: string[];
  approved_by: string | null;
};

/** Every version, those of a key together, the newest first. */
export async function templateVersions(db: Queries, key?: string): Promise<TemplateVersion[]> {
  const rows = await db.all(
    selectVersions(key === undefined ? sql`true` : sql`v.template_key = ${key}`),
  );
  return rows.map(version);
}

function selectVersions(condition: Sql): Sql<VersionRow> {
  return sql<VersionRow>`
    select v.template_key, v.version, v.channel, v.purpose, v.packs, v.name_en, v.name_es,
           v.subject_en, v.subject_es, v.body_en, v.body_es, v.owner_id, o.name as owner,
           v.expires_on, v.reason, v.recorded_at, v.actor, coalesce(p.name, v.actor) as author_name,
           array(select a.act
                   from correspondence.template_act a
                  where a.template_key = v.template_key
                    and a.version      = v.version
                  order by a.recorded_at) as acts,
           (select coalesce(q.name, a.actor)
              from correspondence.template_act a
              left join team.person q on 'member:' || q.member_id = a.actor
             where a.template_key = v.template_key
               and a.version      = v.version
               and a.act          = 'approved') as approved_by
      from correspondence.template_version v
      left join team.person p on 'member:' || p.member_id = v.actor
      left join team.person o on o.member_id = v.owner_id
     where ${condition}
     order by v.template_key, v.version desc`;
}

function version(row: VersionRow): TemplateVersion {
  return {
    key: row.template_key,
    version: row.version,
    channel: row.channel,
    purpose: row.purpose,
    packs: row.packs,
    name: { en: row.name_en, es: row.name_es },
    wording: {
      en: { subject: row.subject_en, body: row.body_en },
      es: { subject: row.subject_es, body: row.body_es },
    },
    ownerId: row.owner_id === null ? null : id(row.owner_id),
    owner: row.owner ?? '',
    expiresOn: row.expires_on === null ? null : day(row.expires_on),
    reason: row.reason,
    at: instant(row.recorded_at),
    author: row.actor,
    authorName: row.author_name,
    acts: row.acts,
    approvedBy: row.approved_by ?? '',
  };
}

/** One at a time writes versions of a key; answers the number of the next one. */
export async function nextVersion(tx: Tx, key: string): Promise<number> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 290))`);
  const { next } = await tx.one(sql<{ next: number }>`
    select coalesce(max(version), 0) + 1 as next
      from correspondence.template_version
     where template_key = ${key}`);
  return next;
}

export type NewVersion = Template & {
  readonly version: number;
  readonly ownerId: Id | null;
  readonly expiresOn: Day | null;
};

export async function insertVersion(
  { tx, at, actor, reason }: Context,
  made: NewVersion,
): Promise<void> {
  const { en, es } = made.wording;
  await tx.run(sql`
    insert into correspondence.template_version (template_key, version, channel, purpose, packs,
                                                 name_en, name_es, subject_en, subject_es,
                                                 body_en, body_es, owner_id, expires_on, reason,
                                                 recorded_at, actor)
    values (${made.key}, ${made.version}, ${made.channel}, ${made.purpose},
            ${made.packs}::text[], ${made.name.en}, ${made.name.es}, ${en.subject},
            ${es.subject}, ${en.body}, ${es.body}, ${made.ownerId}, ${made.expiresOn}, ${reason},
            ${at}, ${actor.ref})`);
}

export async function insertTemplateAct(
  { tx, at, actor, reason }: Context,
  { key, version: no, author }: Pick<TemplateVersion, 'key' | 'version' | 'author'>,
  act: 'approved' | 'rejected' | 'withdrawn',
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.template_act (template_key, version, author, act, reason,
                                             recorded_at, actor)
    values (${key}, ${no}, ${author}, ${act}, ${reason}, ${at}, ${actor.ref})`);
}
