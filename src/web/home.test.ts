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

test.each([
  { figures: paths.cfo, needs: 'dashboards.cfo' },
  { figures: paths.dashboard, needs: 'dashboards.team' },
])('nobody opens on $figures who may not read it', ({ figures, needs }) => {
  const openers = roles.filter((role) => homeOf([role]) === figures);
  expect(openers).not.toEqual([]);
  for (const role of openers) expect(permissionsOf([role])).toContain(needs);
});
