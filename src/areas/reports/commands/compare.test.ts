import { expect, test } from 'vitest';
import { WrongUsage } from '#platform/cli/command.ts';
import { deskOwed1000, type Story } from '#test/support/builders.ts';
import { cliDesk, runCommand } from '#test/support/commands.ts';
import { compareCommand } from './compare.ts';
import { compareReport } from './compare-report.ts';

/** NORTH owed 1,000 on Friday 2026-07-17; since then 400 came and 50 were invoiced; SOUTH owes. */
async function deskOnMonday(): Promise<Story> {
  const desk = await deskOwed1000();
  const south = await desk.account('SOUTH');
  await desk.invoice(south, { amount: '70', issued: '2026-07-01', number: 'S-1' });
  const pays = [[desk.invoiceId, '400']] as const;
  await desk.receipt(desk.accountId, { amount: '400', on: '2026-07-20', pays });
  await desk.invoice(desk.accountId, { amount: '50', issued: '2026-07-20', number: 'I-2' });
  return desk;
}

async function run(desk: Story, ...args: string[]): Promise<string> {
  const { exit, out } = await runCommand([compareCommand], 'compare', desk, args);
  expect(exit).toBe(0);
  return out;
}

test('dunlin compare prints since Friday, adding up from line to line', async () => {
  await using desk = await deskOnMonday();
  const lines = (await run(desk)).split('\n').map((line) => line.trim().split(/ {2,}/u));
  expect(lines[0]?.slice(0, 5)).toEqual(['account', 'name', 'currency', 'opening', 'invoiced']);
  const figuresOf = (name: string) => lines.find(([first]) => first === name)?.slice(3);
  const zeros = ['0.00', '0.00', '0.00', '0.00'];
  const north = ['1000.00', '50.00', '-400.00', ...zeros, '650.00', '-350.00', '0.00'];
  expect(figuresOf('NORTH')).toEqual(north);
  expect(lines.some(([first]) => first === 'UNCHANGED')).toBe(true);
  const total = lines.find(([first]) => first === 'TOTAL') ?? [];
  expect(total.slice(-10)).toEqual([
    '1070.00',
    '50.00',
    '-400.00',
    ...zeros,
    '720.00',
    '-350.00',
    '0.00',
  ]);
});

test('as CSV it has the lines alone, as JSON the buckets as well', async () => {
  await using desk = await deskOnMonday();
  const csv = (await run(desk, '--csv', '--from', '2026-07-17')).trim().split('\n');
  expect(csv).toHaveLength(2);
  expect(csv[1]).toMatch(/^NORTH,.*,USD,1000\.00,50\.00,-400\.00,/u);
  const answer: unknown = JSON.parse(await run(desk, '--json', '--by', 'company'));
  expect(answer).toMatchObject({
    by: 'company',
    from: { asOf: '2026-07-17' },
    rows: [{ key: 'MAIN', opening: '1070.00', cash: '-400.00', closing: '720.00' }],
    buckets: [{ currency: 'USD', total: { opening: '1070.00', closing: '720.00' } }],
  });
});

test('moments that stand backwards and choices that are none are wrong usage', async () => {
  await using desk = await deskOnMonday();
  await expect(run(desk, '--from', '2026-07-20', '--to', '2026-07-17')).rejects.toThrow(WrongUsage);
  await expect(run(desk, '--by', 'moon')).rejects.toThrow(WrongUsage);
});

test('dunlin report compare makes the same as a table and a workbook', async () => {
  await using desk = await deskOnMonday();
  const report = await compareReport.make(['--from', '2026-07-17'], cliDesk(desk));
  expect(report.fileName).toBe('compare-2026-07-17-2026-07-20');
  expect(report.rows).toHaveLength(1);
  expect(report.rows[0]).toContain('-400.00');
  expect(report.totals[0]).toContain('1070.00');
  const workbook = await report.own?.xlsx?.();
  expect(workbook && Buffer.from(workbook).subarray(0, 2).toString()).toBe('PK');
});
