import { expect, test } from 'vitest';
import { ladderFile, robot, strategyDesk } from '#test/support/strategy-desk.ts';
import { day } from '#kernel/day.ts';
import { placeHold } from '#areas/compliance/index.ts';
import { finishSimulations } from './finish-simulations.ts';
import { simulateStrategy } from './simulate-strategy.ts';
import { addFigures } from '../rules/simulation.ts';
import { latestSimulations, partFigures } from '../store/simulations.ts';

const by = { actor: robot, reason: 'a minute later' };

async function aQuarter() {
  const desk = await strategyDesk('2026-03-01');
  await desk.inForce(ladderFile);
  const north = await desk.account('NORTH');
  await desk.reachable(north);
  const owed = { amount: '600', issued: '2026-03-01', due: '2026-04-01' };
  const invoice = await desk.invoice(north, owed);
  desk.on('2026-04-20');
  await desk.receipt(north, { amount: '600', on: '2026-04-05', pays: [[invoice, '600']] });
  desk.on('2026-05-31');
  return desk;
}

const window = { from: day('2026-04-01'), to: day('2026-05-30'), companyId: null } as const;
const candidate = { key: 'ladder', version: 1 };

test('a simulation asks the gate, with the holds and the status of each day', async () => {
  await using desk = await aQuarter();
  desk.on('2026-03-02');
  const south = await desk.account('SOUTH');
  await desk.invoice(south, { amount: '600', issued: '2026-03-01', due: '2026-04-01' });
  const east = await desk.account('EAST');
  await desk.reachable(east);
  await desk.invoice(east, { amount: '600', issued: '2026-03-01', due: '2026-04-01' });
  desk.on('2026-04-07');
  const hold = {
    accountId: east,
    kind: 'attorney',
    startsOn: day('2026-04-07'),
    endsOn: null,
    evidence: 'a letter of the attorney',
  } as const;
  await desk.done((context) => placeHold(context, { ...hold, details: {} }));
  desk.on('2026-05-31');
  const wish = { ...window, candidate, knowledge: 'then' as const };
  const { simulationId } = await desk.done((context) => simulateStrategy(context, wish));
  await finishSimulations(desk, by);
  const figures = await partFigures(desk.db, simulationId);
  expect(addFigures(figures.map((each) => each.candidate))).toMatchObject({
    accounts: 3,
    notices: 2,
    byChannel: [{ key: 'email', count: 2, wrong: 1 }],
    blocked: 1,
    blockedBy: [{ key: 'no_address', count: 1 }],
    left: expect.arrayContaining([{ key: 'hold', count: 53, wrong: 0 }]),
  });
});

test('a simulation sees the book as it was known, and whom it asked wrongly', async () => {
  await using desk = await aQuarter();
  const wish = { ...window, candidate, knowledge: 'then' as const };
  const { simulationId } = await desk.done((context) => simulateStrategy(context, wish));
  expect(await finishSimulations(desk, by)).toBe(1);
  const figures = await partFigures(desk.db, simulationId);
  expect(addFigures(figures.map((each) => each.candidate))).toMatchObject({
    accounts: 1,
    notices: 1,
    wrong: 1,
    byDay: [{ key: '2026-04-06', count: 1, wrong: 1 }],
    wrongs: [{ account: 'NORTH', why: 'paid', amount: '60000' }],
  });
  expect(await latestSimulations(desk.db)).toMatchObject([{ state: 'complete', partsDone: 1 }]);
  const known = { ...wish, knowledge: 'now' as const };
  const other = await desk.done((context) => simulateStrategy(context, known));
  await finishSimulations(desk, by);
  const now = await partFigures(desk.db, other.simulationId);
  expect(addFigures(now.map((each) => each.candidate))).toMatchObject({ notices: 0, wrong: 0 });
});
