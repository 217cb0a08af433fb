/**
 * Two days of the invented company's bank: payments that name their invoices, one that is short,
 * one that says only who pays, one from a name that is cut short, a deposit of nobody, a fee. The
 * desk finds them as every morning.
 *
 * The files are written as a bank writes BAI2 and read like any other; nothing here knows how
 * a line is kept.
 */
import { readBankFile } from '#formats/bank-readers.ts';
import { type Day, plusDays, weekday } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { registerBankAccount } from '#areas/bank-files/actions/register-bank-account.ts';
import { takeInFiles } from '#areas/bank-files/actions/take-in-files.ts';
import { matchReceipts } from '#areas/cash/actions/match-receipts.ts';
import { receiveLines } from '#areas/cash/actions/receive-lines.ts';
import { type Desk, accepted } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Cast } from './demo-cast.ts';
import { act, deskOn } from './demo-desk.ts';

const account = '4410023377';
const routing = '121000248';
/** What stood on the account before the first of the two days. */
const firstOpening = 25_000_000n;

type Debt = { readonly number: string; readonly name: string; readonly minor: bigint };

/** Registers the account and takes in what the bank reported of its last two days. */
export async function bankTwoDays(desk: Desk, { companyId, people }: Cast): Promise<void> {
  const today = desk.clock.today();
  const by = people.get('poster') ?? null;
  const days = [bankDayBefore(bankDayBefore(today)), bankDayBefore(today)];
  const debts = await notYetDue(desk, companyId);
  const late = await lateOne(desk, companyId);
  await act(
    deskOn(desk, days[0] ?? today),
    { action: 'bank_files.register_bank_account' },
    (context) =>
      registerBankAccount(context, {
        companyId,
        name: 'Harbor operating',
        number: account,
        currency: currency('USD'),
        cashAccount: 'Harbor operating',
      }),
  );
  let opening = firstOpening;
  for (const [index, on] of days.entries()) {
    const lines = linesOf(index, debts.slice(index * 6, index * 6 + 6), index === 1 ? late : []);
    const closing = closingOf(opening, lines);
    const bytes = Buffer.from(report(on, lines, { opening, closing }));
    opening = closing;
    const name = `harbor-${on}.bai`;
    const neutral = accepted(readBankFile(bytes, name)).neutral();
    const file = { name, container: null, bytes, sha256: fingerprint(bytes), neutral };
    const from = { companyId, companies: 'all', source: 'demo', as: 'bank' } as const;
    // The bank reports a day on the morning after it.
    const morning = deskOn(desk, index === 0 ? (days[1] ?? today) : today);
    await act(morning, { action: 'bank_files.take_in_file', by }, (context) =>
      takeInFiles(context, [file], from),
    );
    await act(morning, { action: 'cash.match_receipts' }, async (context) => {
      await receiveLines(context, companyId);
      const matched = await matchReceipts(context, { companyId, receiptIds: 'all' });
      return matched.ok ? accept(matched.value.matched.length) : matched;
    });
  }
}

/** Weekends are no days of a bank. */
function bankDayBefore(today: Day): Day {
  const before = plusDays(today, -1);
  return weekday(before) > 5 ? bankDayBefore(before) : before;
}

/** Invoices that nobody chases yet, so that paying them takes no work from the day's list. */
function notYetDue(desk: Desk, companyId: string): Promise<Debt[]> {
  const today = desk.clock.today();
  const which = sql`
    o.open_minor = i.amount_minor
       and o.due_on > ${today}
       and i.issued_on < ${plusDays(today, -7)}
     order by i.number
     limit 12`;
  return debtsOf(desk, companyId, which);
}

/** Somebody who is late and pays under a part of their name: a person has to look. */
function lateOne(desk: Desk, companyId: string): Promise<Debt[]> {
  const which = sql`
    o.due_on < ${plusDays(desk.clock.today(), -20)}
     order by i.number desc
     limit 1`;
  return debtsOf(desk, companyId, which);
}

async function debtsOf(desk: Desk, companyId: string, which: Sql): Promise<Debt[]> {
  const rows = await desk.db.all(sql<{ number: string; name: string; open_minor: bigint }>`
    select i.number, c.name, o.open_minor
      from ledger.open_items_on(${desk.clock.today()}::date) o
      join ledger.item i on i.account_id = o.account_id and i.item_id = o.item_id
      join customers.account_card c on c.account_id = o.account_id
     where c.company_id = ${companyId}
       and o.aged
       and o.currency = 'USD'
       and i.kind = 'invoice'
       and ${which}`);
  return rows.map((row) => ({ number: row.number, name: row.name, minor: row.open_minor }));
}

type Line = { readonly code: string; readonly minor: bigint; readonly text: string };

/** A day's payments, a deposit of nobody and the fee. */
function linesOf(day: number, debts: readonly Debt[], late: readonly Debt[]): readonly Line[] {
  return [
    ...debts.map(paid),
    ...late.map(paidCutShort),
    { code: '301', minor: day === 0 ? 123_456n : 87_210n, text: 'COMMERCIAL DEPOSIT' },
    { code: '698', minor: 1_500n, text: 'MISCELLANEOUS FEES' },
  ];
}

function closingOf(opening: bigint, lines: readonly Line[]): bigint {
  return lines.reduce((sum, { code, minor }) => sum + (code < '400' ? minor : -minor), opening);
}

type Balances = { readonly opening: bigint; readonly closing: bigint };

/** One day as the bank reports it. */
function report(on: Day, lines: readonly Line[], { opening, closing }: Balances): string {
  const date = on.slice(2).replaceAll('-', '');
  const total = lines.reduce((sum, { minor }) => sum + minor, opening + closing);
  const records = lines.length + 2;
  return [
    `01,${routing},HARBORVALE,${date},0600,1,,,2/`,
    `02,HARBORVALE,${routing},1,${date},2400,USD,2/`,
    `03,${account},USD,010,${opening},,,015,${closing},,/`,
    ...lines.map(
      ({ code, minor, text }, index) => `16,${code},${minor},Z,${date}${index + 1},,${text}`,
    ),
    `49,${total},${records}/`,
    `98,${total},1,${records + 2}/`,
    `99,${total},1,${records + 4}/`,
    '',
  ].join('\n');
}

/** How each of them pays: mostly with the number; one wire names nobody, one names no number. */
function paid({ number, name, minor }: Debt, index: number): Line {
  const by = payerOf(name);
  if (index === 3) return { code: '195', minor, text: 'WIRE IN' };
  if (index === 4) return { code: '195', minor, text: `WIRE IN ORG=${by}` };
  if (index % 2 === 0) return { code: '142', minor, text: `ACH CCD ${by} INV ${number}` };
  return { code: '195', minor, text: `WIRE IN ORG=${by} REF ${number}` };
}

function paidCutShort({ name, minor }: Debt): Line {
  const [word = ''] = payerOf(name).split(' ');
  return { code: '195', minor, text: `WIRE IN ORG=${word}` };
}

/** A name as it comes through the wires. */
function payerOf(name: string): string {
  return name.toUpperCase().replace(/[,/]/gu, ' ').slice(0, 35);
}
