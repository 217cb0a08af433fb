/**
 * Absences and their covers: who is away over some weeks, planned, called off, ended, handed
 * back. Everybody plans for themselves; who holds `team.plan_absence` plans for anybody.
 */
import { type Day, day, plusDays, weekday } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Session } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { cancelAbsence } from '../actions/cancel-absence.ts';
import { endAbsence } from '../actions/end-absence.ts';
import { handBackAbsence } from '../actions/hand-back-absence.ts';
import { planAbsence } from '../actions/plan-absence.ts';
import * as contract from '../contract.ts';
import { absenceState } from '../rules/absence.ts';
import type { CoverPart } from '../rules/cover.ts';
import { type Absence, absenceById, absencesWithin, coveringOn } from '../store/absences.ts';

export const absenceRoutes: readonly Served[] = [
  serve(contract.absences, async ({ query, desk, session }) => {
    const today = desk.clock.today();
    const from = query.from === undefined ? plusDays(today, 1 - weekday(today)) : day(query.from);
    const [rows, covering] = await Promise.all([
      absencesWithin(desk.db, from, plusDays(from, query.days - 1)),
      coveringOn(desk.db, today, { coverId: session.memberId }),
    ]);
    return accept({
      from,
      days: query.days,
      rows: rows.map((row) => wireAbsence(row, session, today)),
      covering: covering.map(({ memberId, name, work, lastOn }) => {
        return { memberId, name, work, lastOn };
      }),
    });
  }),
  serve(contract.planAbsence, async ({ body, session, perform }) => {
    const memberId = body.memberId === undefined ? session.memberId : id(body.memberId);
    if (!mayPlanFor(session, memberId)) return refuse('team.only_for_yourself');
    const parts = partsOf(body.parts, session);
    if (!parts.ok) return parts;
    const { from, to, kind, note, handsOn } = body;
    const wish = { memberId, from: day(from), to: day(to), kind, note, handsOn };
    return perform('team.plan_absence', `${kind} from ${from} to ${to}`, (context) =>
      planAbsence(context, { ...wish, parts: parts.value }),
    );
  }),
  serve(contract.cancelAbsence, async ({ params, body, desk, session, perform }) => {
    const absenceId = id(params.absenceId);
    const known = await absenceById(desk.db, absenceId);
    if (known && !mayPlanFor(session, known.memberId)) return refuse('team.only_for_yourself');
    return perform('team.cancel_absence', body.reason, (context) =>
      cancelAbsence(context, absenceId),
    );
  }),
  serve(contract.endAbsence, async ({ params, body, desk, session, perform }) => {
    const absenceId = id(params.absenceId);
    const known = await absenceById(desk.db, absenceId);
    if (known && !mayPlanFor(session, known.memberId)) return refuse('team.only_for_yourself');
    return perform('team.end_absence', body.reason, (context) => endAbsence(context, absenceId));
  }),
  serve(contract.handBackAbsence, ({ params, perform }) =>
    perform('team.hand_back_absence', 'read and taken back', (context) =>
      handBackAbsence(context, id(params.absenceId)),
    ),
  ),
];

function wireAbsence(absence: Absence, session: Session, today: Day): contract.Absence {
  const { absenceId, memberId, name, from, to, kind, note, endedOn, parts } = absence;
  return {
    absenceId,
    memberId,
    name,
    from,
    to: endedOn ?? to,
    kind,
    note,
    state: absenceState(absence, today),
    mine: mayPlanFor(session, memberId),
    parts: parts.map(({ work, coverId, cover, company, letters }) => {
      return { work, coverId, cover, company, letters };
    }),
  };
}

function mayPlanFor({ memberId, permissions }: Session, absent: Id): boolean {
  return memberId === absent || permissions.includes('team.plan_absence');
}

type WirePart = {
  readonly work: CoverPart['work'];
  readonly coverId: string;
  readonly company: string | null;
  readonly letters: CoverPart['letters'];
};

function partsOf(
  parts: readonly WirePart[],
  { companies }: Session,
): Outcome<CoverPart[], 'team.no_such_company'> {
  const read: CoverPart[] = [];
  for (const { work, coverId, company, letters } of parts) {
    const known = companies.find(({ code }) => code === company);
    if (company !== null && !known) return refuse('team.no_such_company', { company });
    read.push({ work, coverId: id(coverId), companyId: known?.companyId ?? null, letters });
  }
  return accept(read);
}
