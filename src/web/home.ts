/**
 * Where the desk opens for whom: on the work of their role. Who has several opens on the first of
 * the list, because a list that others wait for comes before figures.
 */
import type { Me } from '#areas/team/contract.ts';
import { paths } from './paths.ts';

type Role = Me['roles'][number];

const opensOn: readonly (readonly [Role, (typeof paths)[keyof typeof paths]])[] = [
  ['collector', paths.worklist],
  ['senior', paths.worklist],
  ['poster', paths.cash],
  ['manager', paths.worklist],
  ['treasurer', paths.refundsUnderWay],
  ['controller', paths.dashboard],
  ['cfo', paths.cfo],
  ['auditor', paths.cfo],
  ['administrator', paths.team],
];

/** The address that stands for `/`. */
export function homeOf(roles: readonly Role[]): (typeof paths)[keyof typeof paths] {
  const first = opensOn.find(([role]) => roles.includes(role));
  return first === undefined ? paths.worklist : first[1];
}
