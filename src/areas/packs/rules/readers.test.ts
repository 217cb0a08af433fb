import { describe, expect, test } from 'vitest';
import { composeId } from '#kernel/ids.ts';
import { type Person, type Wanted, readersOf } from './readers.ts';

const [rosaId, mayaId, main, other] = [1, 2, 3, 4].map((at) => composeId(1, 0, 0, at));
if (!rosaId || !mayaId || !main || !other) throw new Error('no ids');

const rosa: Person = {
  memberId: rosaId,
  name: 'Rosa',
  email: 'rosa@desk.example',
  language: 'es',
  roles: ['collector'],
  permissions: ['packs.read'],
  active: true,
  companyIds: [main],
};
const maya: Person = {
  ...rosa,
  memberId: mayaId,
  name: 'Maya',
  email: 'maya@desk.example',
  language: 'en',
  roles: ['manager'],
  permissions: ['packs.read', 'packs.oversee', 'packs.manage'],
  companyIds: 'all',
};
const brief: Wanted = { companyId: main, needs: 'packs.read', ownPart: true, owner: maya };
const board: Wanted = { ...brief, needs: 'packs.oversee', ownPart: false };

const told = (readers: ReturnType<typeof readersOf>): string[] =>
  readers.map(({ name, sight, leftOut }) => `${name} ${leftOut ?? sight}`);

describe('a reader', () => {
  test.each([
    ['oversees', maya, brief, 'Maya company'],
    ['has own accounts only', rosa, brief, 'Rosa own'],
    ['has no part in it', rosa, board, 'Rosa packs.reader_may_not'],
    ['left', { ...rosa, active: false }, brief, 'Rosa packs.reader_gone'],
    ['works elsewhere', rosa, { ...brief, companyId: other }, 'Rosa packs.reader_of_other_company'],
    ['lost the permission', { ...rosa, permissions: [] }, brief, 'Rosa packs.reader_may_not'],
  ] as const)('who %s: %#', (_why, person, wanted, answer) => {
    const named = { kind: 'member', memberId: person.memberId } as const;
    expect(told(readersOf([named], [person], wanted))).toEqual([answer]);
  });
});

test('a role names those of the company, and nobody receives twice', () => {
  const both = [
    { kind: 'role', role: 'collector' } as const,
    { kind: 'role', role: 'manager' } as const,
  ];
  const again = { kind: 'member', memberId: mayaId } as const;
  expect(told(readersOf([...both, again], [rosa, maya], brief))).toEqual([
    'Rosa own',
    'Maya company',
  ]);
  expect(readersOf(both, [rosa], { ...brief, companyId: other })).toEqual([]);
});

test('an address outside sees what the owner may show, and nothing of an owner who may not', () => {
  const sales = {
    kind: 'address',
    name: 'Sam',
    address: 'sam@sales.example',
    language: 'en',
  } as const;
  expect(told(readersOf([sales], [], brief))).toEqual(['Sam company']);
  expect(told(readersOf([sales], [], { ...brief, owner: rosa }))).toEqual([
    'Sam packs.owner_may_not',
  ]);
  expect(told(readersOf([sales], [], { ...brief, owner: undefined }))).toEqual([
    'Sam packs.owner_may_not',
  ]);
});
