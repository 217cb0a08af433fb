import { describe, expect, test } from 'vitest';
import { roles } from '#areas/team/contract.ts';
import { allPermissions, allRoles, conflictOf, permissionsOf } from './roles.ts';

test('the roles of the contract are the roles of the table', () => {
  expect(allRoles.toSorted()).toEqual([...roles].toSorted());
});

test('no single role joins duties that must be apart', () => {
  expect(allRoles.filter((role) => conflictOf([role]) !== undefined)).toEqual([]);
});

test('the auditor only reads, what each may see as well as what all may', () => {
  const more = permissionsOf(['auditor']).filter((name) => !name.endsWith('.read'));
  expect(more).toEqual(['dashboards.cfo', 'packs.oversee']);
});

test('the administrator manages people and who is told of news, and changes nothing else', () => {
  const doing = permissionsOf(['administrator']).filter((name) => !name.endsWith('.read'));
  expect(doing).toEqual(['team.manage', 'webhooks.manage']);
});

test('an unknown role gives nothing', () => {
  expect(permissionsOf(['wizard', 'constructor', '__proto__'])).toEqual([]);
});

test('every permission is an area and a verb', () => {
  for (const name of allPermissions) expect(name).toMatch(/^[a-z_]+\.[a-z_]+$/u);
});

describe('roles that may not be held together', () => {
  test.each`
    roles                              | answer
    ${['poster', 'manager']}           | ${'cash.post'}
    ${['poster', 'cfo']}               | ${'cash.post'}
    ${['administrator', 'poster']}     | ${'team.manage'}
    ${['administrator', 'controller']} | ${'team.manage'}
    ${['collector', 'poster']}         | ${undefined}
    ${['administrator', 'auditor']}    | ${undefined}
    ${['administrator', 'collector']}  | ${undefined}
  `('$roles: $answer', ({ roles: held, answer }) => {
    expect(conflictOf(held)?.one).toBe(answer);
  });
});
