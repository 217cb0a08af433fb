import { describe, expect, test } from 'vitest';
import { type Day, day } from '#kernel/day.ts';
import { composeId, type Id } from '#kernel/ids.ts';
import {
  type Absent,
  type Candidate,
  type CoverPart,
  type KnownAbsence,
  acceptCovers,
} from './cover.ts';

const [ana, ben, cid, dan] = [1, 2, 3, 4].map((number) => composeId(1, 0, 0, number)) as [
  // Four ids come of four numbers.
  Id,
  Id,
  Id,
  Id,
];
const acme = { companyId: composeId(2, 0, 0, 1), code: 'ACME' };
const bolt = { companyId: composeId(2, 0, 0, 2), code: 'BOLT' };
const july = (number: number): Day => day(`2026-07-${String(number).padStart(2, '0')}`);

const absent: Absent = {
  memberId: ana,
  from: july(6),
  last: july(10),
  companies: [acme],
  permissions: ['worklist.read', 'worklist.work', 'promises.make'],
};

function person(memberId: Id, change: Partial<Candidate> = {}): [Id, Candidate] {
  const name = memberId === ben ? 'Ben' : 'Cid';
  const companyIds = [acme.companyId, bolt.companyId];
  const { permissions } = absent;
  return [memberId, { memberId, name, active: true, companyIds, permissions, ...change }];
}

const everybody = new Map([person(ana), person(ben), person(cid), person(dan)]);
const list = (coverId: Id, split: Partial<CoverPart> = {}): CoverPart => {
  return { work: 'worklist', coverId, companyId: null, letters: null, ...split };
};
const letters = (from: string, to: string) => ({ letters: { from, to } });
const gone = (memberId: Id, coverId: Id, from = 6, last = 10): KnownAbsence => {
  return { memberId, from: july(from), last: july(last), parts: [list(coverId)] };
};

function answer(parts: readonly CoverPart[], how: Partial<How> = {}): string {
  const { who = absent, people = everybody, known = [], handsOn = false, by = ana } = how;
  const outcome = acceptCovers(who, parts, people, known, { handsOn, plannedBy: by });
  return outcome.ok ? 'accepted' : outcome.refusal;
}
type How = {
  who: Absent;
  people: ReadonlyMap<Id, Candidate>;
  known: readonly KnownAbsence[];
  handsOn: boolean;
  by: Id;
};

describe('who may cover', () => {
  test.each`
    parts          | how                                                                                             | expected
    ${[]}          | ${{}}                                                                                           | ${'accepted'}
    ${[list(ben)]} | ${{}}                                                                                           | ${'accepted'}
    ${[list(ana)]} | ${{}}                                                                                           | ${'team.cover_yourself'}
    ${[list(ben)]} | ${{ people: new Map() }}                                                                        | ${'team.cover_has_left'}
    ${[list(ben)]} | ${{ people: new Map([person(ben, { active: false })]) }}                                        | ${'team.cover_has_left'}
    ${[list(ben)]} | ${{ people: new Map([person(ben, { companyIds: [] })]) }}                                       | ${'team.cover_other_company'}
    ${[list(ben)]} | ${{ people: new Map([person(ben, { permissions: [] })]) }}                                      | ${'team.cover_lacks_permission'}
    ${[list(ben)]} | ${{ people: new Map([person(ben, { permissions: [] })]), who: { ...absent, permissions: [] } }} | ${'accepted'}
  `('$parts.length parts: $expected', ({ parts, how, expected }) => {
    expect(answer(parts, how)).toBe(expected);
  });
});

describe('accounts split among covers', () => {
  const two: Absent = { ...absent, companies: [acme, bolt] };
  test.each`
    parts                                                                                   | expected
    ${[list(ben, letters('A', 'K')), list(cid, letters('L', 'Z'))]}                         | ${'accepted'}
    ${[list(ben, letters('A', 'K')), list(cid, letters('M', 'Z'))]}                         | ${'team.cover_split_gap'}
    ${[list(ben, letters('A', 'L')), list(cid, letters('L', 'Z'))]}                         | ${'team.cover_split_twice'}
    ${[list(ben), list(cid)]}                                                               | ${'team.cover_split_twice'}
    ${[list(ben, { companyId: acme.companyId }), list(cid, { companyId: bolt.companyId })]} | ${'accepted'}
    ${[list(ben, { companyId: acme.companyId })]}                                           | ${'team.cover_split_gap'}
  `('$expected', ({ parts, expected }) => {
    expect(answer(parts, { who: two })).toBe(expected);
  });

  test('the gap is named', () => {
    const parts = [list(ben, letters('A', 'K')), list(cid, letters('M', 'Z'))];
    expect(
      acceptCovers(absent, parts, everybody, [], { handsOn: false, plannedBy: null }),
    ).toMatchObject({
      facts: { company: 'ACME', letter: 'L' },
    });
  });
});

describe('covers who are away themselves', () => {
  test.each`
    known                               | handsOn  | expected
    ${[gone(ben, cid, 11, 12)]}         | ${false} | ${'accepted'}
    ${[gone(ben, cid)]}                 | ${false} | ${'team.cover_away_too'}
    ${[gone(ben, cid)]}                 | ${true}  | ${'accepted'}
    ${[gone(ben, ana)]}                 | ${true}  | ${'team.cover_ring'}
    ${[gone(ben, cid), gone(cid, ana)]} | ${true}  | ${'team.cover_ring'}
    ${[gone(ben, cid), gone(cid, dan)]} | ${true}  | ${'accepted'}
    ${[gone(dan, ana)]}                 | ${false} | ${'team.covers_meanwhile'}
    ${[gone(dan, ana)]}                 | ${true}  | ${'accepted'}
  `('$known.length away, said: $handsOn, is $expected', ({ known, handsOn, expected }) => {
    expect(answer([list(ben)], { known, handsOn })).toBe(expected);
  });

  test('a ring of another work is no ring', () => {
    const approvals = [{ ...list(ana), work: 'approvals' as const }];
    const known = [{ ...gone(ben, ana), parts: approvals }];
    expect(answer([list(ben)], { known, handsOn: true })).toBe('accepted');
  });
});

describe('who plans it for another', () => {
  const approvals = (coverId: Id): CoverPart => ({ ...list(coverId), work: 'approvals' });
  const benAway = [{ ...gone(ben, cid), parts: [approvals(cid)] }];
  test.each`
    parts               | known      | by     | expected
    ${[approvals(ben)]} | ${[]}      | ${ana} | ${'accepted'}
    ${[approvals(ben)]} | ${[]}      | ${cid} | ${'accepted'}
    ${[approvals(ben)]} | ${[]}      | ${ben} | ${'team.cover_gives_yourself_approvals'}
    ${[approvals(ben)]} | ${benAway} | ${cid} | ${'team.cover_gives_yourself_approvals'}
    ${[list(ben)]}      | ${[]}      | ${ben} | ${'accepted'}
  `('$parts.0.work by $by: $expected', ({ parts, known, by, expected }) => {
    expect(answer(parts, { known, by, handsOn: true })).toBe(expected);
  });
});
