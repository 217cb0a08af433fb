import { expect, test } from 'vitest';
import { deskOn, usd } from '#test/support/builders.ts';
import { mayAlone } from './may-alone.ts';

test.each([
  ['10000', ['manager'], { alone: true, who: 'manager', dual: false }],
  ['10000.01', ['manager'], { alone: false, who: 'controller', dual: false }],
  ['10000.01', ['controller'], { alone: true, who: 'controller', dual: false }],
  ['250000.01', ['cfo'], { alone: false, who: 'cfo', dual: true }],
  ['1', ['collector'], { alone: false, who: 'manager', dual: false }],
] as const)('%s by %j', async (amount, roles, answer) => {
  await using desk = await deskOn('2026-11-20');
  const { companyId } = desk;
  const question = { companyId, kind: 'order_release', weight: usd(amount), roles } as const;
  expect(await mayAlone(desk.db, question)).toEqual(answer);
});
