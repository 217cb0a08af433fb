import { expect, test } from 'vitest';
import { roles } from '#areas/team/contract.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import { homeOf } from './home.ts';
import { paths } from './paths.ts';

test.each([
  { has: ['collector'], opens: paths.worklist },
  { has: ['manager'], opens: paths.worklist },
  { has: ['poster'], opens: paths.cash },
  { has: ['poster', 'collector'], opens: paths.worklist },
  { has: ['treasurer'], opens: paths.refundsUnderWay },
  { has: ['controller'], opens: paths.dashboard },
  { has: ['cfo'], opens: paths.cfo },
  { has: ['administrator'], opens: paths.team },
] as const)('the desk of $has opens on $opens', ({ has, opens }) => {
  expect(homeOf(has)).toBe(opens);
});

test('nobody opens on figures that they may not read', () => {
  for (const role of roles) {
    const may = permissionsOf([role]);
    if (homeOf([role]) === paths.cfo) expect(may).toContain('dashboards.cfo');
    if (homeOf([role]) === paths.dashboard) expect(may).toContain('dashboards.team');
  }
});
