/** The boxes of the desk, their sealed secrets and how the last look at each went. */
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

/** Where a box lies; never with its secret. */
export type BoxServer = {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly folder: string;
  readonly signIn: 'password' | 'oauth2';
  /** Of OAuth2 only: where a new token is asked for, and by which client. */
  readonly tokenUrl?: string;
  readonly clientId?: string;
};

export type Box = {
  readonly mailboxId: Id;
  readonly companyId: Id;
  readonly company: string;
  readonly name: string;
  readonly address: string;
  readonly server: BoxServer | null;
  readonly answerMinutes: number;
  readonly zone: string;
};

export type BoxStands = Box & {
  readonly triedAt: Instant | null;
  readonly workedAt: Instant | null;
  readonly problem: string | null;
  readonly detail: string | null;
  readonly waiting: number;
  readonly taken: number;
};

type BoxRow = {
  mailbox_id: string;
  company_id: string;
  company: string;
  name: string;
  address: string;
  server: BoxServer | null;
  answer_minutes: number;
  zone: string;
  tried_at: string | null;
  worked_at: string | null;
  problem: string | null;
  detail: string | null;
  waiting: number | null;
  taken: bigint | null;
};

/** The boxes that are looked at, by their names. */
export async function boxesOf(db: Queries, scope: CompanyScope): Promise<BoxStands[]> {
  const rows = await db.all(sql<BoxRow>`
    select b.mailbox_id, b.company_id, c.code as company, b.name, b.address, b.server,
           b.answer_minutes, c.zone, n.tried_at, n.worked_at, n.problem, n.detail, n.waiting,
           n.taken
      from correspondence.mailbox b
      join team.company c on c.company_id = b.company_id
      left join correspondence.mailbox_now n on n.mailbox_id = b.mailbox_id
     where b.ended_at is null
       and ${inCompanies(sql`b.company_id`, scope)}
     order by c.code, b.name`);
  return rows.map((row) => ({
    mailboxId: id(row.mailbox_id),
    companyId: id(row.company_id),
    company: row.company,
    name: row.name,
    address: row.address,
    server: row.server,
    answerMinutes: row.answer_minutes,
    zone: row.zone,
    triedAt: row.tried_at === null ? null : instant(row.tried_at),
    workedAt: row.worked_at === null ? null : instant(row.worked_at),
    problem: row.problem,
    detail: row.detail,
    waiting: row.waiting ?? 0,
    taken: Number(row.taken ?? 0n),
  }));
}

export type NewBox = Omit<Box, 'company' | 'zone'>;

/** False when the company has a box of this name already. */
export async function insertBox({ tx, at, actor }: Context, box: NewBox): Promise<boolean> {
  const made = await tx.run(sql`
    insert into correspondence.mailbox (mailbox_id, company_id, name, address, server,
                                        answer_minutes, recorded_at, actor)
    values (${box.mailboxId}, ${box.companyId}, ${box.name}, ${box.address},
            ${box.server === null ? null : JSON.stringify(box.server)}, ${box.answerMinutes},
            ${at}, ${actor.ref})
        on conflict do nothing`);
  return made === 1;
}

/** A box that is not looked at any more; what it brought stays. */
export async function endBox({ tx, at }: Context, box: Box): Promise<void> {
  // Its name is free again for the box that takes its place.
  await tx.run(sql`
    update correspondence.mailbox
       set ended_at = ${at}, name = ${`${box.name} (${at})`}
     where mailbox_id = ${box.mailboxId}`);
  await tx.run(sql`
    update correspondence.mailbox_secret
       set sealed = '', changed_at = ${at}
     where mailbox_id = ${box.mailboxId}`);
}

export async function saveSecret(
  { tx, at }: Pick<Context, 'tx' | 'at'>,
  mailboxId: Id,
  sealed: string,
): Promise<void> {
  await tx.run(sql`
    insert into correspondence.mailbox_secret (mailbox_id, sealed, changed_at)
    values (${mailboxId}, ${sealed}, ${at})
        on conflict (mailbox_id) do update
       set sealed = excluded.sealed, changed_at = excluded.changed_at`);
}

export async function sealedSecret(db: Queries, mailboxId: Id): Promise<string | undefined> {
  const row = await db.maybe(sql<{ sealed: string }>`
    select sealed from correspondence.mailbox_secret where mailbox_id = ${mailboxId}`);
  return row?.sealed;
}

export type Look = {
  readonly problem: string | null;
  readonly detail: string | null;
  /** Mails on the server that are not taken in yet. */
  readonly waiting: number;
  readonly taken: number;
};

/** Notes how a look at a box goes; no audit row, because it is no business fact. */
export async function updateLook(
  db: Queries,
  mailboxId: Id,
  at: Instant,
  look: Look,
): Promise<void> {
  await db.run(sql`
    insert into correspondence.mailbox_now (mailbox_id, tried_at, worked_at, problem, detail,
                                            waiting, taken)
    values (${mailboxId}, ${at},
            case when ${look.problem}::text is null then ${at}::timestamptz end,
            ${look.problem}, ${look.detail}, ${look.waiting}, ${look.taken})
        on conflict (mailbox_id) do update
       set tried_at  = excluded.tried_at,
           worked_at = coalesce(excluded.worked_at, correspondence.mailbox_now.worked_at),
           problem   = excluded.problem,
           detail    = excluded.detail,
           waiting   = excluded.waiting,
           taken     = correspondence.mailbox_now.taken + excluded.taken`);
}

/** Those of the server's numbers that were not looked at yet, in their order. */
export async function uidsNotTaken(
  db: Queries,
  { mailboxId, uidValidity }: { readonly mailboxId: Id; readonly uidValidity: bigint },
  uids: readonly number[],
): Promise<number[]> {
  const rows = await db.all(sql<{ uid: bigint }>`
    select u.uid
      from unnest(${uids}::bigint[]) as u (uid)
     where not exists (select
                         from correspondence.mail_arrival a
                        where a.mailbox_id   = ${mailboxId}
                          and a.uid_validity = ${uidValidity}
                          and a.uid          = u.uid)
     order by u.uid`);
  return rows.map(({ uid }) => Number(uid));
}

/** Addresses of ours in a company, in small letters. */
export async function ourAddresses(db: Queries, companyId: Id): Promise<string[]> {
  const rows = await db.all(sql<{ address: string }>`
    select distinct lower(b.address) as address
      from correspondence.mailbox b
     where b.company_id = ${companyId}`);
  return rows.map(({ address }) => address);
}
