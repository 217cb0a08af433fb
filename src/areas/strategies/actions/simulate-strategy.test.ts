import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf } from '#test/support/builders.ts';
import { ladderFile, robot, strategyDesk } from '#test/support/strategy-desk.ts';
import { finishSimulations } from './finish-simulations.ts';
import { cancelSimulation, simulateStrategy } from './simulate-strategy.ts';

const by = { actor: robot, reason: 'a minute later' };
const window = { from: day('2026-04-01'), to: day('2026-05-30'), companyId: null } as const;
const candidate = { key: 'ladder', version: 1 };

test('a simulation is refused by name, and one that is called off is left alone', async () => {
  await using desk = await strategyDesk('2026-03-01');
  await desk.inForce(ladderFile);
  await desk.account('NORTH');
  desk.on('2026-05-31');
  const wish = { ...window, candidate, knowledge: 'then' as const };
  const ask = async (told: object) =>
    answerOf(await desk.act((context) => simulateStrategy(context, { ...wish, ...told })));
  expect(await ask({ to: day('2026-06-30') })).toContain('strategies.window_not_past');
  expect(await ask({ from: day('2024-01-01') })).toContain('strategies.window_too_long');
  expect(await ask({ candidate: { key: 'none', version: 1 } })).toContain(
    'strategies.no_such_version',
  );
  const { simulationId } = await desk.done((context) => simulateStrategy(context, wish));
  await desk.done((context) => cancelSimulation(context, { simulationId }));
  expect(await finishSimulations(desk, by)).toBe(0);
});
