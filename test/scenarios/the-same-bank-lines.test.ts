/**
 * Cases P-18 and I-6 as a poster meets them: reports of the bank that overlap, come twice, come
 * out of order or glued together, through `dunlin import`; each movement is there once.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { importCommands } from '#areas/imports/commands.ts';
import { type Reported, bai2Report } from '#test/support/bai2-report.ts';
import { deskWithBank } from '#test/support/bank-files.ts';
import { runCommand } from '#test/support/commands.ts';

const home = mkdtempSync(path.join(os.tmpdir(), 'dunlin-lines-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const deposit = { cents: 4500, text: 'DEPOSIT' };
const wire = { cents: 9000, text: 'WIRE X' };
const small = { cents: 1000, text: 'DEPOSIT' };

type Days = Readonly<Record<string, readonly Reported[]>>;
const f1: Days = { '2026-06-02': [deposit, deposit, wire] };
const f2: Days = { '2026-06-02': [deposit, deposit, deposit, wire], '2026-06-03': [small] };

async function deskOfImports() {
  const desk = await deskWithBank('2026-06-03');
  let files = 0;
  /** Imports reports in one command; what it answered. */
  async function take(...reports: readonly string[]): Promise<unknown> {
    const names = reports.map((report) => {
      const name = path.join(home, `${desk.companyId}-${(files += 1)}.bai`);
      writeFileSync(name, report);
      return name;
    });
    const args = [...names, '--as', 'bank', '--json'];
    const { exit, out, err } = await runCommand(importCommands, 'import', desk, args);
    expect([exit, err]).toEqual([0, '']);
    return JSON.parse(out);
  }
  return { ...desk, take };
}

const report = (days: Days): string => bai2Report('000123', days);

describe('P-18: lines that banks send twice', () => {
  test('two equal deposits are two; the report again is none; a third deposit is one', async () => {
    await using desk = await deskOfImports();
    expect(await desk.take(report(f1))).toMatchObject({ rows: 3, accepted: 3, duplicates: 0 });
    expect(await desk.take(report(f1))).toMatchObject({ accepted: 0, duplicates: 3 });
    expect(await desk.take(report(f2))).toMatchObject({ rows: 5, accepted: 2, duplicates: 3 });
    expect(await desk.lines()).toEqual([
      '2026-06-02 45.00 booked DEPOSIT',
      '2026-06-02 45.00 booked DEPOSIT',
      '2026-06-02 45.00 booked DEPOSIT',
      '2026-06-02 90.00 booked WIRE X',
      '2026-06-03 10.00 booked DEPOSIT',
    ]);
  });

  const early = { '2026-06-02': [{ cents: 2000, text: 'CARD', id: 'T9' }] };
  const late = { '2026-06-03': [{ cents: 2050, text: 'CARD', id: 'T9' }] };
  const intraday = bai2Report('000123', early, { intraday: true });

  test('a pending line booked with another amount is one line with its history', async () => {
    await using desk = await deskOfImports();
    await desk.take(intraday);
    expect(await desk.lines()).toEqual(['2026-06-02 20.00 pending CARD']);
    await desk.take(report(late));
    expect(await desk.lines()).toEqual(['2026-06-03 20.50 booked CARD']);
    const history = await desk.db.all(sql`
      select amount_minor, status from bank_files.line_version order by version`);
    expect(history).toEqual([
      { amount_minor: 2000n, status: 'pending' },
      { amount_minor: 2050n, status: 'booked' },
    ]);
  });

  test('once it is used, another amount is a question and changes nothing', async () => {
    await using desk = await deskOfImports();
    await desk.take(intraday);
    await desk.db.run(sql`update bank_files.line_now set used_by = 'receipt'`);
    expect(await desk.take(report(late))).toMatchObject({ files: [{ disputed: 1 }] });
    expect(await desk.lines()).toEqual(['2026-06-02 20.00 pending CARD']);
  });
});

describe('I-6: order, overlap and packing do not matter', () => {
  const f3: Days = { '2026-06-03': [small, small], '2026-06-04': [{ ...wire, id: 'W7' }] };
  const orders = [
    [f1, f2, f3],
    [f1, f3, f2],
    [f2, f1, f3],
    [f2, f3, f1],
    [f3, f1, f2],
    [f3, f2, f1],
  ];

  const packings = [
    (reports: readonly string[]) => reports.map((each) => [each]),
    (reports: readonly string[]) => [reports],
    (reports: readonly string[]) => [[reports.join('')]],
  ];

  test('every order of three reports, one by one, together or glued, and once more', async () => {
    await using desk = await deskOfImports();
    const found: string[][] = [];
    for (const [at, order] of orders.entries()) {
      for (const [how, pack] of packings.entries()) {
        const number = `5${at}${how}`;
        const bankAccountId = await desk.bankAccount(number);
        const reports = order.map((days) => bai2Report(number, days));
        for (const files of pack(reports)) await desk.take(...files);
        await desk.take(...reports);
        found.push(await desk.lines(bankAccountId));
      }
    }
    expect(new Set(found.map((lines) => lines.join('\n')))).toEqual(
      new Set([
        [
          '2026-06-02 45.00 booked DEPOSIT',
          '2026-06-02 45.00 booked DEPOSIT',
          '2026-06-02 45.00 booked DEPOSIT',
          '2026-06-02 90.00 booked WIRE X',
          '2026-06-03 10.00 booked DEPOSIT',
          '2026-06-03 10.00 booked DEPOSIT',
          '2026-06-04 90.00 booked WIRE X',
        ].join('\n'),
      ]),
    );
  });
});
