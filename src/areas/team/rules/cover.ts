/**
 * Who covers what while somebody is away: the list, the tasks, the approvals, each by one person,
 * and the accounts of the list split by company or by initial where one is too few.
 *
 * The rule a newcomer would break: nobody covers themselves, not even around a corner; and nobody
 * takes somebody else's right to approve for themselves by planning their absence. A cover
 * who is away in the same days hands on to their own cover, only when somebody said so, and the
 * chain of covers never closes to a ring.
 */
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Away, overlaps } from './absence.ts';

export const coverWorks = ['worklist', 'tasks', 'approvals'] as const;
export type CoverWork = (typeof coverWorks)[number];

/** One part of the work; without a split it is the whole of it. */
export type CoverPart = {
  readonly work: CoverWork;
  readonly coverId: Id;
  readonly companyId: Id | null;
  /** Initials of the accounts' names, both included. */
  readonly letters: { readonly from: string; readonly to: string } | null;
};

/** Who takes over in an absence that stands. */
export type KnownAbsence = Away & { readonly parts: readonly CoverPart[] };

/** What is known of somebody who would cover. */
export type Candidate = {
  readonly memberId: Id;
  readonly name: string;
  readonly active: boolean;
  readonly companyIds: readonly Id[];
  readonly permissions: readonly string[];
};

export type Absent = Away & {
  /** The companies that they work for, with their codes. */
  readonly companies: readonly { readonly companyId: Id; readonly code: string }[];
  readonly permissions: readonly string[];
};

/** What a cover must be allowed to, where the absent person is. */
export const neededFor: Readonly<Record<CoverWork, readonly string[]>> = {
  worklist: ['worklist.work', 'promises.make'],
  tasks: ['worklist.read'],
  approvals: ['approvals.decide'],
};

export type CoverRefusal =
  | 'team.cover_away_too'
  | 'team.cover_gives_yourself_approvals'
  | 'team.cover_has_left'
  | 'team.cover_lacks_permission'
  | 'team.cover_other_company'
  | 'team.cover_ring'
  | 'team.cover_split_gap'
  | 'team.cover_split_twice'
  | 'team.cover_yourself'
  | 'team.covers_meanwhile';

/** What was said beforehand about covers who are away themselves, and who plans it. */
export type Saying = {
  readonly handsOn: boolean;
  /** Null for a job. */
  readonly plannedBy: Id | null;
};

/**
 * May these people cover? Refuses, in this order: oneself, who has left, another company, a
 * missing permission, a split with a gap or twice, somebody away in the same days, somebody
 * whom the absent person covers in these days, a ring, approvals that would come to who plans it
 * for another.
 */
export function acceptCovers(
  absent: Absent,
  parts: readonly CoverPart[],
  candidates: ReadonlyMap<Id, Candidate>,
  known: readonly KnownAbsence[],
  saying: Saying,
): Outcome<true, CoverRefusal> {
  for (const part of parts) {
    const fit = acceptPart(absent, part, candidates.get(part.coverId));
    if (!fit.ok) return fit;
  }
  const split = acceptSplit(absent, parts);
  if (!split.ok) return split;
  const names = new Map([...candidates].map(([memberId, { name }]) => [memberId, name]));
  const meanwhile = known.filter((each) => overlaps(each, absent));
  if (!saying.handsOn) {
    const away = parts.find((part) => meanwhile.some((each) => each.memberId === part.coverId));
    if (away) return refuse('team.cover_away_too', { name: names.get(away.coverId) ?? '' });
    const covers = meanwhile.find((each) =>
      each.parts.some((part) => part.coverId === absent.memberId),
    );
    if (covers) return refuse('team.covers_meanwhile', { from: covers.from, last: covers.last });
  }
  const wished = { ...absent, parts };
  const ring = coverWorks.find((work) => comesTo(absent.memberId, work, wished, meanwhile));
  if (ring !== undefined) return refuse('team.cover_ring', { work: ring });
  const { plannedBy } = saying;
  const takes = plannedBy !== null && comesTo(plannedBy, 'approvals', wished, meanwhile);
  return takes ? refuse('team.cover_gives_yourself_approvals') : accept(true);
}

function acceptPart(
  absent: Absent,
  part: CoverPart,
  cover: Candidate | undefined,
): Outcome<true, CoverRefusal> {
  if (part.coverId === absent.memberId) return refuse('team.cover_yourself');
  if (!cover?.active) return refuse('team.cover_has_left', { name: cover?.name ?? '' });
  const { name } = cover;
  const unseen = absent.companies.find(
    ({ companyId }) =>
      (part.companyId ?? companyId) === companyId && !cover.companyIds.includes(companyId),
  );
  if (unseen) return refuse('team.cover_other_company', { name, company: unseen.code });
  const lacking = neededFor[part.work].find(
    (each) => absent.permissions.includes(each) && !cover.permissions.includes(each),
  );
  return lacking === undefined
    ? accept(true)
    : refuse('team.cover_lacks_permission', { name, permission: lacking });
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A work with one whole part is whole; a split one has each company and each letter once. */
function acceptSplit(
  { companies }: Absent,
  parts: readonly CoverPart[],
): Outcome<true, CoverRefusal> {
  for (const work of coverWorks) {
    const own = parts.filter((part) => part.work === work);
    if (own.length === 0) continue;
    for (const { companyId, code } of companies) {
      const here = own.filter((part) => (part.companyId ?? companyId) === companyId);
      for (const letter of alphabet) {
        const count = here.filter((part) => holds(part, letter)).length;
        if (count === 0) return refuse('team.cover_split_gap', { company: code, letter });
        if (count > 1) return refuse('team.cover_split_twice', { company: code, letter });
      }
    }
  }
  return accept(true);
}

function holds({ letters }: CoverPart, letter: string): boolean {
  return letters === null || (letters.from <= letter && letter <= letters.to);
}

/** Would the work come to this person, also through covers who are away as well? */
function comesTo(
  memberId: Id,
  work: CoverWork,
  wished: KnownAbsence,
  meanwhile: readonly KnownAbsence[],
): boolean {
  const seen = new Set<Id>();
  let handed = coversIn(work, wished);
  while (handed.length > 0) {
    if (handed.includes(memberId)) return true;
    const on = handed.filter((each) => !seen.has(each));
    for (const each of on) seen.add(each);
    handed = meanwhile
      .filter((each) => on.includes(each.memberId))
      .flatMap((each) => coversIn(work, each));
  }
  return false;
}

function coversIn(work: CoverWork, { parts }: Pick<KnownAbsence, 'parts'>): Id[] {
  return parts.filter((part) => part.work === work).map((part) => part.coverId);
}
