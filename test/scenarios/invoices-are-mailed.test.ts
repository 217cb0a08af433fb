/** Invoices on their way: looked at where odd, sent together, once, by what each account wants. */
import { describe, expect, test } from 'vitest';
import { openPdf } from '#platform/files/open-pdf.ts';
import { sql } from '#platform/postgres/sql.ts';
import { keptFile } from '#areas/correspondence/index.ts';
import { setDelivery } from '#areas/customers/actions/set-delivery.ts';
import { actOnRun } from '#areas/statements/actions/act-on-run.ts';
import { answerPaper } from '#areas/statements/actions/answer-paper.ts';
import { type Story, answerOf, deskOn } from '#test/support/builders.ts';
import { bill, runInvoices, startInvoices } from '#test/support/invoice-runs.ts';
import {
  approveAll,
  countsIn,
  deliverAll,
  giveAddress,
  giveClerk,
  giveLetterhead,
  papersIn,
} from '#test/support/statement-runs.ts';

async function deskInJuly() {
  const desk = await deskOn('2026-07-06');
  await giveLetterhead(desk, null);
  const north = await desk.account('NORTH');
  await giveClerk(desk, north, 'ann@north.example');
  return { ...desk, north };
}

const messagesOf = (desk: Story) =>
  desk.db.all(sql<{ channel: string; body: string; files: string[] }>`
    select m.channel, m.body, array_agg(a.file_name order by a.file_no) as files
      from correspondence.message_card m
      join correspondence.attachment a on a.account_id = m.account_id
                                      and a.message_id = m.message_id
     group by m.message_id, m.channel, m.body
     order by m.message_id`);

describe('a run of invoices', () => {
  test('sends the invoices of one customer together, each with what the book says', async () => {
    await using desk = await deskInJuly();
    await bill(desk, desk.north, { number: 'INV-1', amount: '100', issued: '2026-07-02' });
    await bill(desk, desk.north, { number: 'INV-2', amount: '250', issued: '2026-07-06' });
    desk.on('2026-07-07');
    const runId = await runInvoices(desk, '2026-07-06');
    const papers = await papersIn(desk, runId);
    expect(papers.map(({ document, problems, pages }) => [document, problems, pages])).toEqual([
      ['INV-1', [], 1],
      ['INV-2', [], 1],
    ]);
    const [first] = papers;
    const file = first?.fileId && (await keptFile(desk.db, first.accountId, first.fileId));
    const text = await openPdf(file ? file.content : new Uint8Array());
    expect(text.ok && text.value).toContain('INV-1');
    await approveAll(desk, runId);
    const [mail, ...others] = await messagesOf(desk);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ channel: 'email', files: ['INV-1.pdf', 'INV-2.pdf'] });
    expect(mail?.body).toContain('INV-1  $100.00\nINV-2  $250.00');
  });

  test('takes an invoice once; what comes later is in the next run', async () => {
    await using desk = await deskInJuly();
    await bill(desk, desk.north, { number: 'INV-1', amount: '100', issued: '2026-07-02' });
    desk.on('2026-07-07');
    await runInvoices(desk, '2026-07-06');
    const again = await startInvoices(desk, '2026-07-07');
    expect(answerOf(again)).toBe('statements.no_invoice_to_send');
    await bill(desk, desk.north, { number: 'INV-2', amount: '90', issued: '2026-07-07' });
    desk.on('2026-07-08');
    const next = await papersIn(desk, await runInvoices(desk, '2026-07-08'));
    expect(next.map(({ document }) => document)).toEqual(['INV-2']);
  });

  test('that was stopped gives back what it did not take out', async () => {
    await using desk = await deskInJuly();
    await bill(desk, desk.north, { number: 'INV-1', amount: '100', issued: '2026-07-02' });
    desk.on('2026-07-07');
    const runId = await runInvoices(desk, '2026-07-06');
    await desk.done((context) => actOnRun(context, { runId, act: 'stop' }));
    const next = await papersIn(desk, await runInvoices(desk, '2026-07-06'));
    expect(next.map(({ document }) => document)).toEqual(['INV-1']);
  });

  test('shows what a customer would send back; selected = sent + exceptions', async () => {
    await using desk = await deskInJuly();
    const south = await desk.account('SOUTH');
    await giveAddress(desk, south);
    const rule = { statementForm: 'open_item', consolidated: false } as const;
    const none = { portalName: null, portalUrl: null };
    const byEmail = { accountId: south, rule: 'email', ...rule, ...none } as const;
    await desk.done((context) => setDelivery(context, byEmail));
    await bill(desk, desk.north, { number: 'INV-1', amount: '80', issued: '2026-06-20', po: 'P1' });
    await bill(desk, desk.north, { number: 'INV-2', amount: '80', issued: '2026-07-02', po: 'P1' });
    await bill(desk, desk.north, { number: 'INV-3', amount: '60', issued: '2026-07-02', po: 'P2' });
    await bill(desk, south, { number: 'INV-4', amount: '5', issued: '2026-07-03' });
    desk.on('2026-07-07');
    const runId = await runInvoices(desk, '2026-07-06');
    const papers = await papersIn(desk, runId);
    expect(papers.map((each) => [each.document, each.channel, each.problems.join()])).toEqual([
      ['INV-2', 'email', 'billed_twice'],
      ['INV-3', 'email', ''],
      ['INV-4', 'letter', 'no_email'],
    ]);
    await approveAll(desk, runId);
    expect(await countsIn(desk, runId)).toMatchObject({
      sent: 1,
      exceptions: 2,
      exceptionsOut: 1,
      waiting: 1,
    });
    const [odd] = papers;
    if (!odd) throw new Error('no paper');
    const { accountId, subjectId } = odd;
    const release = { runId, accountId, subjectId, answer: 'release' } as const;
    await desk.done((context) => answerPaper(context, release));
    await deliverAll(desk, runId);
    expect(await countsIn(desk, runId)).toMatchObject({ exceptionsOut: 2, waiting: 0 });
    expect((await messagesOf(desk)).map(({ files }) => files.join())).toEqual([
      'INV-3.pdf',
      'INV-4.pdf',
      'INV-2.pdf',
    ]);
  });

  test('keeps back what the book cannot write, and says so', async () => {
    await using desk = await deskOn('2026-07-06');
    const north = await desk.account('NORTH');
    await giveClerk(desk, north, 'ann@north.example');
    const subjectId = await bill(desk, north, {
      number: 'INV-1',
      amount: '100',
      issued: '2026-07-02',
    });
    desk.on('2026-07-07');
    const runId = await runInvoices(desk, '2026-07-06');
    const [paper] = await papersIn(desk, runId);
    expect(paper).toMatchObject({ channel: null, problems: ['not_written'], fileId: null });
    const release = { runId, accountId: north, subjectId, answer: 'release' } as const;
    const refused = await desk.act((context) => answerPaper(context, release));
    expect(answerOf(refused)).toBe('statements.not_written');
  });
});
