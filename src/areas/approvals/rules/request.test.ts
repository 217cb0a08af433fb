import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { type AuthorityText, authorityIn, standardAuthority } from './authority.ts';
import {
  type Approver,
  type Decision,
  type Standing,
  mayDecide,
  needsNow,
  verdictOf,
} from './request.ts';

const base = currency('USD');
const authority = authorityIn(standardAuthority.write_off, base);
const people = Object.fromEntries(
  ['rosa', 'maya', 'max', 'ingrid', 'omar'].map((name, at) => [
    name,
    id(`01900000-0000-7000-8000-00000000000${at + 1}`),
  ]),
);

function who(name: string): Id {
  const found = people[name];
  if (!found) throw new Error(`nobody is ${name}`);
  return found;
}

const roles: Readonly<Record<string, readonly string[]>> = {
  rosa: ['collector'],
  maya: ['manager'],
  max: ['manager'],
  ingrid: ['controller'],
  omar: ['cfo'],
};

const person = (name: string): Approver => ({ memberId: who(name), roles: roles[name] ?? [] });

function asked(by: string, amount: string, said: readonly Decision[] = []): Standing {
  const weight = parseMoney(amount, base);
  if (!weight) throw new Error(amount);
  const expiresOn = day('2026-12-04');
  return {
    requestedBy: who(by),
    weight,
    least: null,
    needs: 1,
    expiresOn,
    ended: null,
    decisions: said,
  };
}

const yes = (name: string, forName?: string): Decision => ({
  memberId: who(name),
  forMember: forName === undefined ? null : who(forName),
  said: 'yes',
});

const today = day('2026-11-20');

describe('who may decide', () => {
  test.each`
    by        | amount        | approver    | covering      | answer
    ${'rosa'} | ${'500.00'}   | ${'maya'}   | ${[]}         | ${'own right'}
    ${'rosa'} | ${'500.01'}   | ${'maya'}   | ${[]}         | ${'approvals.beyond_authority controller'}
    ${'rosa'} | ${'5000.01'}  | ${'ingrid'} | ${[]}         | ${'approvals.beyond_authority cfo'}
    ${'rosa'} | ${'90000.00'} | ${'omar'}   | ${[]}         | ${'own right'}
    ${'maya'} | ${'100.00'}   | ${'maya'}   | ${[]}         | ${'approvals.own_request'}
    ${'rosa'} | ${'4000.00'}  | ${'maya'}   | ${['ingrid']} | ${'for ingrid'}
    ${'maya'} | ${'4000.00'}  | ${'maya'}   | ${['ingrid']} | ${'approvals.own_request'}
    ${'maya'} | ${'400.00'}   | ${'rosa'}   | ${['maya']}   | ${'approvals.beyond_authority manager'}
    ${'rosa'} | ${'400.00'}   | ${'rosa'}   | ${['maya']}   | ${'approvals.own_request'}
  `('$amount of $by, by $approver covering $covering: $answer', (row) => {
    const covered: readonly string[] = row.covering;
    const outcome = mayDecide(
      asked(row.by, row.amount),
      person(row.approver),
      covered.map(person),
      authority,
      today,
    );
    const right = (forMember: Id | null): string =>
      forMember === null ? 'own right' : `for ${covered.find((name) => who(name) === forMember)}`;
    const said = outcome.ok
      ? right(outcome.value.forMember)
      : [outcome.refusal, ...Object.values(outcome.facts)].join(' ');
    expect(said).toBe(row.answer);
  });

  test('one right counts once: neither twice in person nor by a cover beside', () => {
    const own = asked('rosa', '100.00', [yes('maya')]);
    expect(mayDecide(own, person('maya'), [], authority, today).ok).toBe(false);
    expect(mayDecide(own, person('rosa'), [person('maya')], authority, today).ok).toBe(false);
    const covered = asked('rosa', '100.00', [yes('max', 'maya')]);
    expect(mayDecide(covered, person('maya'), [], authority, today)).toMatchObject({
      refusal: 'approvals.decided_already',
    });
  });

  test('where a least role is named, a lower one decides no amount', () => {
    const small = { ...asked('rosa', '1.00'), least: 'controller' };
    expect(mayDecide(small, person('maya'), [], authority, today)).toMatchObject({
      refusal: 'approvals.beyond_authority',
      facts: { who: 'controller' },
    });
    expect(mayDecide(small, person('ingrid'), [], authority, today).ok).toBe(true);
    expect(mayDecide(small, person('omar'), [], authority, today).ok).toBe(true);
  });

  test('after its last day nobody decides', () => {
    const late = mayDecide(asked('rosa', '1.00'), person('omar'), [], authority, day('2026-12-05'));
    expect(late).toMatchObject({ refusal: 'approvals.not_open', facts: { state: 'expired' } });
  });
});

test.each`
  needs | said              | verdict
  ${1}  | ${['yes']}        | ${'granted'}
  ${2}  | ${['yes']}        | ${undefined}
  ${2}  | ${['yes', 'yes']} | ${'granted'}
  ${2}  | ${['yes', 'no']}  | ${'refused'}
  ${1}  | ${[]}             | ${undefined}
`('$said of $needs is $verdict', ({ needs, said, verdict }) => {
  const words: readonly ('yes' | 'no')[] = said;
  const decisions = words.map((each, at) => ({
    memberId: who(at === 0 ? 'maya' : 'omar'),
    forMember: null,
    said: each,
  }));
  const standing = { ...asked('rosa', '400.00'), needs };
  const rights = [person('maya'), person('omar')];
  expect(verdictOf(standing, decisions, rights, authority)).toBe(verdict);
});

test.each([
  ['both are there', [yes('maya'), yes('omar')], ['maya', 'omar'], 'granted'],
  ['one has left', [yes('maya'), yes('omar')], ['omar'], undefined],
  ['a role reaches no more', [yes('rosa'), yes('omar')], ['rosa', 'omar'], undefined],
  ['spoken for another', [yes('rosa', 'maya'), yes('omar')], ['rosa', 'maya', 'omar'], 'granted'],
  ['whose right it was left', [yes('rosa', 'maya'), yes('omar')], ['rosa', 'omar'], undefined],
  ['who spoke for them left', [yes('rosa', 'maya'), yes('omar')], ['maya', 'omar'], undefined],
] as const)('a yes counts while its right stands: %s', (_, decisions, there, verdict) => {
  const standing = { ...asked('ingrid', '400.00'), needs: 2 } as const;
  expect(verdictOf(standing, decisions, there.map(person), authority)).toBe(verdict);
});

test('an authority that asks for two persons since counts for what was asked before', () => {
  const now = authorityIn({ ...standardAuthority.write_off, dualFrom: '100' }, base);
  const standing = asked('rosa', '400.00');
  expect([needsNow(standing, authority), needsNow(standing, now)]).toEqual([1, 2]);
  expect(needsNow({ ...standing, needs: 2 }, authority)).toBe(2);
  expect(verdictOf(standing, [yes('maya')], [person('maya')], now)).toBeUndefined();
});

test('whoever covers whomever, nobody ever decides what they asked for', () => {
  const anybody = fc.constantFrom(...Object.keys(people));
  fc.assert(
    fc.property(anybody, fc.array(anybody), fc.bigInt(0n, 10n ** 9n), (name, covering, minor) => {
      const standing = { ...asked(name, '1.00'), weight: { minor, currency: base } };
      const may = mayDecide(standing, person(name), covering.map(person), authority, today);
      expect(may.ok).toBe(false);
    }),
  );
});

test('a wider authority never takes a right away', () => {
  const wider: AuthorityText = {
    ...standardAuthority.write_off,
    limits: [
      { role: 'manager', most: '1000' },
      { role: 'controller', most: '9000' },
      { role: 'cfo', most: null },
    ],
  };
  fc.assert(
    fc.property(fc.constantFrom('maya', 'ingrid', 'omar'), fc.nat(1_000_000), (name, minor) => {
      const standing = {
        ...asked('rosa', '1.00'),
        weight: { minor: BigInt(minor), currency: base },
      };
      const may = (given: AuthorityText): boolean =>
        mayDecide(standing, person(name), [], authorityIn(given, base), today).ok;
      expect(!may(standardAuthority.write_off) || may(wider)).toBe(true);
    }),
  );
});
