import { describe, expect, test } from 'vitest';
import { deskOwed1000 } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { metricCommands } from './commands.ts';
import { metricsReport } from './commands/metrics-report.ts';
import { cliDesk } from '#test/support/commands.ts';

describe('dunlin metrics', () => {
  test('prints each figure with its variant', async () => {
    await using story = await deskOwed1000();
    const ran = await runCommand(metricCommands, 'metrics', story, ['overdue', 'dso']);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('Past due  due_date    1000.00  USD');
    expect(ran.out).toContain('DSO       period_end    91.00  days');
  });

  test('answers as JSON and as CSV with the formula', async () => {
    await using story = await deskOwed1000();
    const json = await runCommand(metricCommands, 'metrics', story, ['cei.*', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({
      asOf: '2026-07-20',
      figures: [{ variant: 'CRF_monthly_average' }, { variant: 'period_total' }],
    });
    const csv = await runCommand(metricCommands, 'metrics', story, ['ar', '--csv']);
    expect(csv.out).toContain('Total receivables,net,1000.00,USD,Σ open items less unapplied');
  });

  test('opens a part to its rows', async () => {
    await using story = await deskOwed1000();
    const args = ['dso', '--rows', '--part', 'sales'];
    const ran = await runCommand(metricCommands, 'metrics', story, args);
    expect(ran.out).toContain('NORTH');
    expect(ran.out).toContain('I-1');
    const json = await runCommand(metricCommands, 'metrics', story, [...args, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ part: 'sales', count: 1, total: '1000.00' });
  });

  test.each([
    [['dsoo'], /There is no figure dsoo/u],
    [['dso', 'cei', '--rows'], /one figure/u],
    [['dso', '--rows', '--part', 'kept'], /no part kept/u],
    [['--collector', 'nobody'], /nobody/u],
    [['--customer', 'X-9'], /X-9/u],
    [['--currency', 'dollars'], /dollars/u],
  ])('%j is refused with the remedy', async (args, message) => {
    await using story = await deskOwed1000();
    await expect(runCommand(metricCommands, 'metrics', story, args)).rejects.toThrow(message);
  });

  test('is a report as well', async () => {
    await using story = await deskOwed1000();
    const report = await metricsReport.make(['ar'], cliDesk(story));
    expect(report).toMatchObject({ fileName: 'metrics-2026-07-20' });
    expect(report.rows[0]?.slice(0, 3)).toEqual(['Total receivables', 'net', '1000.00']);
    expect((await report.own?.xlsx?.())?.length).toBeGreaterThan(1000);
  });
});
