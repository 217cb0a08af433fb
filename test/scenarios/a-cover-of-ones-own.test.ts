/** The lines that statements go out with are a template: as delivered, one's own, or expired. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { approveAll, deliverAll, giveAddress, runMonth } from '#test/support/statement-runs.ts';
import { countsIn, papersIn } from '#test/support/statement-runs.ts';
import { approveOwn } from '#test/support/templates.ts';

/** NORTH owes 1,000 and has its post in River Rd. */
async function deskInJune() {
  const desk = await deskOn('2026-06-30');
  const north = await desk.account('NORTH');
  await desk.invoice(north, { amount: '1000', issued: '2026-05-10', due: '2026-06-09' });
  await giveAddress(desk, north);
  const send = async () => {
    desk.on('2026-07-01');
    const runId = await runMonth(desk, '2026-06-30');
    await approveAll(desk, runId);
    await deliverAll(desk, runId);
    return runId;
  };
  const messages = () =>
    desk.db.all(sql<{ subject: string; text: string; template: string; version: number }>`
      select m.subject, m.body as text, m.template_key as template, m.template_version as version
        from correspondence.message_card m`);
  return { ...desk, send, messages };
}

test('as delivered they say the account, the day and the balance of the paper', async () => {
  await using desk = await deskInJune();
  await desk.send();
  const [message] = await desk.messages();
  expect(message).toMatchObject({ template: 'statement-cover', version: 0 });
  expect(message?.subject).toContain('NORTH');
  expect(message?.text).toMatch(/(?:Balance|Saldo): .*1,000\.00/u);
});

test('a version of one’s own goes out once a second person has approved it', async () => {
  await using desk = await deskInJune();
  const words = 'Your balance to {{ paper.on }} is {{ paper.balances }}. {{ company.signature }}';
  await approveOwn(desk, 'statement-cover', { subject: 'For {{ contact.name }}', body: words });
  await desk.send();
  const [message] = await desk.messages();
  expect(message).toMatchObject({ template: 'statement-cover', version: 1 });
  expect(message?.text).toMatch(/^Your balance to .*1,000\.00\./u);
});

test('with an expired one nothing goes out, and the papers wait with the reason', async () => {
  await using desk = await deskInJune();
  const wording = { subject: 'A statement', body: 'Enclosed. {{ company.signature }}' };
  await approveOwn(desk, 'statement-cover', wording, day('2026-06-30'));
  const runId = await desk.send();
  expect(await desk.messages()).toEqual([]);
  expect(await papersIn(desk, runId)).toMatchObject([
    { answer: 'hold', answerReason: 'correspondence.template_expired', messageId: null },
  ]);
  expect(await countsIn(desk, runId)).toMatchObject({ sent: 0 });
});
