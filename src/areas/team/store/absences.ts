/** Absences with their covers and their ends, as facts; and who covers whom on a day. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { AbsenceFacts, AbsenceKind } from '../rules/absence.ts';
import type { CoverPart, CoverWork, KnownAbsence } from '../rules/cover.ts';

export type Absence = AbsenceFacts & {
  readonly absenceId: Id;
  readonly memberId: Id;
  readonly name: string;
  readonly kind: AbsenceKind;
  readonly note: string;
  readonly parts: readonly (CoverPart & {
    readonly cover: string;
    readonly company: string | null;
  })[];
};

export type NewAbsence = {
  readonly absenceId: Id;
  readonly memberId: Id;
  readonly from: Day;
  readonly to: Day;
  readonly kind: AbsenceKind;
  readonly note: string;
  readonly parts: readonly CoverPart[];
  readonly actor: string;
  readonly at: Instant;
};

/** Plans are made one after the other: each sees the covers of the one before. */
export async function lockAbsences(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('team.absence', 0))`);
}

export async function insertAbsence(tx: Tx, made: NewAbsence): Promise<void> {
  await tx.run(sql`
    insert into team.absence (absence_id, member_id, from_on, to_on, kind, note, actor,
                              recorded_at)
    values (${made.absenceId}, ${made.memberId}, ${made.from}, ${made.to}, ${made.kind},
            ${made.note}, ${made.actor}, ${made.at})`);
  const counts = new Map<CoverWork, number>();
  for (const { work, coverId, companyId, letters } of made.parts) {
    const part = (counts.get(work) ?? 0) + 1;
    counts.set(work, part);
    await tx.run(sql`
      insert into team.absence_cover (absence_id, work, part, cover_id, company_id, letter_from,
                                      letter_to)
      values (${made.absenceId}, ${work}, ${part}, ${coverId}, ${companyId},
              ${letters?.from ?? null}, ${letters?.to ?? null})`);
  }
}

export type AbsenceEnd = {
  readonly absenceId: Id;
  readonly kind: 'cancelled' | 'ended' | 'handed_back';
  readonly lastOn: Day | null;
  readonly actor: string;
  readonly reason: string;
  readonly at: Instant;
};

/** False when somebody was first. */
export async function insertEnd(tx: Tx, end: AbsenceEnd): Promise<boolean> {
  const { absenceId, kind, lastOn, actor, reason, at } = end;
  const rows = await tx.run(sql`
    insert into team.absence_end (absence_id, kind, last_on, actor, reason, recorded_at)
    values (${absenceId}, ${kind}, ${lastOn}, ${actor}, ${reason}, ${at})
        on conflict do nothing`);
  return rows === 1;
}

export async function absenceById(db: Queries, absenceId: Id): Promise<Absence | undefined> {
  return (await selectAbsences(db, sql`a.absence_id = ${absenceId}`))[0];
}

/** Absences that share a day with the span, also those that were called off, by first day. */
export function absencesWithin(db: Queries, from: Day, to: Day): Promise<Absence[]> {
  return selectAbsences(db, sql`a.to_on >= ${from} and a.from_on <= ${to}`);
}

/** Absences that stand and end on the day or later, as a plan must know them. */
export async function standingAbsences(db: Queries, from: Day): Promise<KnownAbsence[]> {
  const rows = await selectAbsences(db, sql`a.to_on >= ${from}`);
  return rows
    .filter((each) => !each.cancelled)
    .map(({ memberId, from: first, to, endedOn, parts }) => {
      return { memberId, from: first, last: endedOn ?? to, parts };
    })
    .filter((each) => each.last >= from);
}

export type Covering = {
  readonly absenceId: Id;
  readonly memberId: Id;
  readonly name: string;
  readonly lastOn: Day;
  readonly work: CoverWork;
  readonly coverId: Id;
  readonly cover: string;
  readonly companyId: Id | null;
  readonly letters: { readonly from: string; readonly to: string } | null;
};

/** Who covers whom on a day, with the chain of covers followed to its end. */
export async function coveringOn(
  db: Queries,
  on: Day,
  of: { readonly coverId?: Id; readonly memberId?: Id } = {},
): Promise<Covering[]> {
  const rows = await db.all(sql<CoveringRow>`
    select v.absence_id, v.member_id, m.name, v.last_on, v.work, v.cover_id, c.name as cover,
           v.company_id, v.letter_from, v.letter_to
      from team.covering_on(${on}::date) v
      join team.member m on m.member_id = v.member_id
      join team.member c on c.member_id = v.cover_id
     where ${of.coverId === undefined ? sql`true` : sql`v.cover_id = ${of.coverId}`}
       and ${of.memberId === undefined ? sql`true` : sql`v.member_id = ${of.memberId}`}
     order by m.name, v.work, v.letter_from, c.name`);
  return rows.map((row) => ({
    absenceId: id(row.absence_id),
    memberId: id(row.member_id),
    name: row.name,
    lastOn: day(row.last_on),
    work: row.work,
    coverId: id(row.cover_id),
    cover: row.cover,
    companyId: row.company_id === null ? null : id(row.company_id),
    letters: lettersOf(row),
  }));
}

type Split = {
  readonly company_id: string | null;
  readonly letter_from: string | null;
  readonly letter_to: string | null;
};
type CoveringRow = Split & {
  readonly absence_id: string;
  readonly member_id: string;
  readonly name: string;
  readonly last_on: string;
  readonly work: CoverWork;
  readonly cover_id: string;
  readonly cover: string;
};

type AbsenceRow = {
  readonly absence_id: string;
  readonly member_id: string;
  readonly name: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly kind: AbsenceKind;
  readonly note: string;
  readonly ends: readonly string[];
  readonly ended_on: string | null;
  readonly parts: readonly (Split & {
    readonly work: CoverWork;
    readonly cover_id: string;
    readonly cover: string;
    readonly company: string | null;
  })[];
};

async function selectAbsences(db: Queries, condition: Sql): Promise<Absence[]> {
  const rows = await db.all(sql<AbsenceRow>`
    select a.absence_id, a.member_id, m.name, a.from_on, a.to_on, a.kind, a.note,
           array(select e.kind
                   from team.absence_end e
                  where e.absence_id = a.absence_id) as ends,
           (select e.last_on
              from team.absence_end e
             where e.absence_id = a.absence_id
               and e.kind = 'ended') as ended_on,
           coalesce((select jsonb_agg(jsonb_build_object(
                              'work', c.work, 'cover_id', c.cover_id, 'cover', p.name,
                              'company_id', c.company_id, 'company', co.code,
                              'letter_from', c.letter_from, 'letter_to', c.letter_to)
                            order by c.work desc, c.part)
                       from team.absence_cover c
                       join team.member p on p.member_id = c.cover_id
                       left join team.company co on co.company_id = c.company_id
                      where c.absence_id = a.absence_id), '[]') as parts
      from team.absence a
      join team.member m on m.member_id = a.member_id
     where ${condition}
     order by a.from_on, m.name, a.absence_id`);
  return rows.map(absence);
}

function absence(row: AbsenceRow): Absence {
  return {
    absenceId: id(row.absence_id),
    memberId: id(row.member_id),
    name: row.name,
    from: day(row.from_on),
    to: day(row.to_on),
    kind: row.kind,
    note: row.note,
    cancelled: row.ends.includes('cancelled'),
    handedBack: row.ends.includes('handed_back'),
    endedOn: row.ended_on === null ? null : day(row.ended_on),
    parts: row.parts.map((part) => ({
      work: part.work,
      coverId: id(part.cover_id),
      cover: part.cover,
      companyId: part.company_id === null ? null : id(part.company_id),
      company: part.company,
      letters: lettersOf(part),
    })),
  };
}

function lettersOf({ letter_from: from, letter_to: to }: Split): Covering['letters'] {
  return from === null || to === null ? null : { from, to };
}
