import { expect, test } from 'vitest';
import { assignmentRule } from '#areas/portfolios/contract.ts';
import { readRule, zipsText } from './rule-form.ts';

const ana = '01890000-0000-7000-8000-000000000001';
const ben = '01890000-0000-7000-8000-000000000002';

function typed(fields: Readonly<Record<string, string | readonly string[]>>) {
  const all = (name: string): readonly string[] => [fields[name] ?? []].flat();
  return readRule({ all, text: (name) => all(name)[0] ?? '' });
}

test('a rule is read as the contract takes it', () => {
  const rule = typed({
    name: ' Texas ',
    states: 'TX, OK, TX',
    zips: '75000-79999, 885',
    languages: ['es'],
    overdueFrom: '50000',
    hasParent: 'no',
    to: 'round_robin',
    memberIds: [ana, ben],
  });
  expect(assignmentRule.parse(rule)).toEqual({
    name: 'Texas',
    when: {
      states: ['TX', 'OK'],
      zips: [
        { from: '75000', to: '79999' },
        { from: '885', to: '885' },
      ],
      languages: ['es'],
      overdueFrom: '50000',
      hasParent: false,
    },
    give: { to: 'round_robin', memberIds: [ana, ben] },
  });
});

test('what is left empty asks nothing', () => {
  expect(typed({ name: 'The rest', to: 'member', memberId: ana })).toEqual({
    name: 'The rest',
    when: {},
    give: { to: 'member', memberIds: [ana] },
  });
});

test('the head of a family names nobody', () => {
  expect(typed({ name: 'Families', to: 'family_head', memberId: ana }).give).toEqual({
    to: 'family_head',
    memberIds: [],
  });
});

test.each([
  ['A', 'F', { from: 'A', to: 'F' }],
  ['', 'F', { from: '0', to: 'F' }],
  ['M', '', { from: 'M', to: 'ZZZ' }],
])('names from "%s" to "%s"', (namesFrom, namesTo, names) => {
  expect(typed({ namesFrom, namesTo }).when.names).toEqual(names);
});

test('ZIP codes are shown as they are typed', () => {
  const zips = [
    { from: '75000', to: '79999' },
    { from: '885', to: '885' },
  ];
  expect(zipsText(zips)).toBe('75000-79999, 885');
});
