/** What is done to a line: used, released, set aside, disputed; facts and where it stands now. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Aside = 'proposed' | 'agreed';

export type HeldLine = {
  readonly lineId: Id;
  readonly companyId: Id;
  readonly status: 'booked' | 'pending' | 'information';
  readonly version: number;
  readonly usedBy: string | null;
  readonly aside: Aside | null;
};

type HeldRow = {
  line_id: string;
  company_id: string;
  status: HeldLine['status'];
  version: number;
  used_by: string | null;
  aside: Aside | null;
};

/** The lines, locked until the transaction ends; those that are not there are left out. */
export async function lockLines({ tx }: Context, lineIds: readonly Id[]): Promise<HeldLine[]> {
  const rows = await tx.all(sql<HeldRow>`
    select line_id, company_id, status, version, used_by, aside
      from bank_files.line_now
     where line_id = any(${lineIds})
     order by line_id
       for update`);
  return rows.map((row) => ({
    lineId: id(row.line_id),
    companyId: id(row.company_id),
    status: row.status,
    version: row.version,
    usedBy: row.used_by,
    aside: row.aside,
  }));
}

/** Marks lines as used, or as free again when `usedBy` is null. */
export async function markUse(
  context: Context,
  lines: readonly { readonly lineId: Id; readonly said: string }[],
  kind: 'used' | 'released',
): Promise<void> {
  const { tx, at, actor, reason } = context;
  const lineIds = lines.map(({ lineId }) => lineId);
  const saids = lines.map(({ said }) => said);
  await tx.copyIn(
    'bank_files.line_use (line_id, use_id, kind, used_by, reason, recorded_at, actor)',
    lines.map(({ lineId, said }) => [lineId, context.newId(), kind, said, reason, at, actor.ref]),
  );
  await tx.run(sql`
    update bank_files.line_now n
       set used_by = case when ${kind} = 'used' then u.used_by end
      from unnest(${lineIds}::uuid[], ${saids}::text[]) as u (line_id, used_by)
     where n.line_id = u.line_id`);
}

export type AsideAct = 'proposed' | 'agreed' | 'declined' | 'returned';

export async function insertAside(
  context: Context,
  lineId: Id,
  kind: AsideAct,
  aside: Aside | null,
): Promise<void> {
  const { tx, at, actor, reason } = context;
  await tx.run(sql`
    insert into bank_files.line_aside (line_id, act_id, kind, reason, recorded_at, actor)
    values (${lineId}, ${context.newId()}, ${kind}, ${reason}, ${at}, ${actor.ref})`);
  await tx.run(sql`
    update bank_files.line_now set aside = ${aside} where line_id = ${lineId}`);
}

/** Who last proposed to set the line aside. */
export async function proposerOf({ tx }: Context, lineId: Id): Promise<string | undefined> {
  const row = await tx.maybe(sql<{ actor: string }>`
    select actor
      from bank_files.line_aside
     where line_id = ${lineId}
       and kind = 'proposed'
     order by recorded_at desc, act_id desc
     limit 1`);
  return row?.actor;
}
