/**
 * Plans an absence with its covers: a member for themselves, who plans for the team for anybody.
 * The work moves by the day alone; nothing else has to happen in the morning.
 */
import type { Day } from '#kernel/day.ts';
import { type Id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type AbsenceKind, type AbsenceRefusal, acceptDays } from '../rules/absence.ts';
import {
  type Absent,
  type Candidate,
  type CoverPart,
  type CoverRefusal,
  type Saying,
  acceptCovers,
} from '../rules/cover.ts';
import { insertAbsence, lockAbsences, standingAbsences } from '../store/absences.ts';
import { companies } from '../store/companies.ts';
import { type Member, memberById } from '../store/members.ts';

export type PlanAbsence = Pick<Saying, 'handsOn'> & {
  readonly memberId: Id;
  readonly from: Day;
  readonly to: Day;
  readonly kind: AbsenceKind;
  readonly note: string;
  readonly parts: readonly CoverPart[];
};

/** Answers the absence's id. */
export async function planAbsence(
  context: Context,
  wish: PlanAbsence,
): Promise<Outcome<{ absenceId: Id }, AbsenceRefusal | CoverRefusal | 'team.no_such_member'>> {
  const { tx, today, at } = context;
  await lockAbsences(tx);
  const member = await memberById(tx, wish.memberId);
  if (!member?.active) return refuse('team.no_such_member');
  const { memberId, from, to } = wish;
  const away = { memberId, from, last: to };
  const known = await standingAbsences(tx, from < today ? from : today);
  const days = acceptDays(away, known, today);
  if (!days.ok) return days;
  const absent: Absent = {
    ...away,
    companies: await companies(tx, member.companyIds),
    permissions: permissionsOf(member.roles),
  };
  const candidates = await candidatesFor(tx, wish.parts);
  const { handsOn } = wish;
  const saying = { handsOn, plannedBy: context.actor.memberId };
  const covers = acceptCovers(absent, wish.parts, candidates, known, saying);
  if (!covers.ok) return covers;

  const absenceId = context.newId();
  const note = wish.note.trim();
  await insertAbsence(tx, { ...wish, note, absenceId, actor: context.actor.ref, at });
  context.did({ what: 'absence', id: absenceId, facts: { member: memberId, from, to } });
  for (const { work, coverId } of wish.parts) {
    context.did({ what: 'cover', id: coverId, facts: { work } });
  }
  await context.tell({
    name: 'team.absence_planned',
    accountId: null,
    payload: { absenceId, memberId },
  });
  return accept({ absenceId });
}

async function candidatesFor(
  db: Queries,
  parts: readonly CoverPart[],
): Promise<Map<Id, Candidate>> {
  const found = new Map<Id, Candidate>();
  for (const coverId of new Set(parts.map((part) => part.coverId))) {
    const member = await memberById(db, coverId);
    if (member) found.set(coverId, await candidate(db, member));
  }
  return found;
}

async function candidate(db: Queries, member: Member): Promise<Candidate> {
  const { memberId, name, active, companyIds, roles } = member;
  const seen = await companies(db, companyIds);
  return {
    memberId,
    name,
    active,
    companyIds: seen.map((each) => each.companyId),
    permissions: permissionsOf(roles),
  };
}
