import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { chargeAccount } from '#areas/ledger/actions/charge-account.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish, usd } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

const doing = {
  action: 'test.book',
  actor: { ref: 'job:test', memberId: null },
  reason: 'for the test',
  input: null,
};

/** On 2026-11-20: ACME was owed 1,000 at the end of October; OTHER is another company. */
async function deskAfterOctober() {
  const desk = await openDesk();
  const acme = await desk.company('ACME');
  await desk.company('OTHER');
  const north = await desk.account(acme, 'NORTH');
  const told = { amount: '1000', issued: '2026-10-05', number: 'I-1' };
  accepted(
    await perform(desk, doing, async (context) =>
      accept(accepted(await postItem(context, documentWish(north, 'invoice', told)))),
    ),
  );
  const within = { companies: ['ACME'] };
  const manager = await desk.signIn(await desk.member('manager', within));
  const controller = await desk.signIn(await desk.member('controller', within));
  const collector = await desk.signIn(await desk.member('collector', within));
  return { ...desk, north, manager, controller, collector };
}

const month = '/api/v1/month-end/2026-10';
const ours = { company: 'ACME', currency: 'USD', inBase: false };
const writes = [
  ['POST', `${month}/balances`, { ...ours, amount: '1000.00' }],
  ['POST', `${month}/explanations`, { ...ours, amount: '5.00', note: 'theirs' }],
  ['POST', `${month}/steps`, { company: 'ACME', step: 'bank_files_in', done: true }],
  ['POST', `${month}/sign-off`, { company: 'ACME' }],
  ['PUT', '/api/v1/month-end-checklist', { company: 'ACME', steps: [] }],
] as const;

describe('month end over HTTP', () => {
  test('says what was posted after the soft close, by whom and why', async () => {
    await using desk = await deskAfterOctober();
    const asked = '/api/v1/month-end?company=ACME&period=2026-10';
    const count = async () => (await desk.controller.get(asked)).body;
    const rows = async () =>
      (await desk.controller.get(`${month}/rows?company=ACME&part=after_close`)).body;
    expect(await count()).toMatchObject({ afterClose: 0 });
    const closing = { company: 'ACME', reason: 'the month is done' };
    const period = '/api/v1/periods/2026-10';
    await desk.controller.send('POST', `${period}/soft-close`, closing);
    const { memberId } = await desk.member('controller', { companies: ['ACME'] });
    const actor = { ref: `member:${memberId}`, memberId };
    const late = { ...doing, actor, reason: 'the auditor found a fee' };
    const [chargedOn, dueOn] = [day('2026-10-31'), day('2026-10-31')];
    const fee = {
      accountId: desk.north,
      kind: 'fee',
      amount: usd('25'),
      chargedOn,
      dueOn,
    } as const;
    accepted(await perform(desk, late, (context) => chargeAccount(context, fee)));
    expect(await count()).toMatchObject({ afterClose: 1 });
    expect(await rows()).toMatchObject({
      more: false,
      rows: [
        {
          amount: '25.00',
          postedOn: '2026-10-31',
          by: 'The controller',
          reason: 'the auditor found a fee',
        },
      ],
    });
    await desk.controller.send('POST', `${period}/reopen`, closing);
    expect(await count()).toMatchObject({ afterClose: 0 });
  });

  test('is prepared by one, signed by another, and then closed for good', async () => {
    await using desk = await deskAfterOctober();
    const closing = { company: 'ACME', reason: 'the month is done' };
    const period = '/api/v1/periods/2026-10';
    expect(await desk.controller.send('POST', `${period}/soft-close`, closing)).toMatchObject({
      status: 200,
    });
    expect(await desk.controller.send('POST', `${period}/hard-close`, closing)).toMatchObject({
      status: 422,
      body: { code: 'ledger.period_not_signed' },
    });
    const balance = { ...ours, amount: '1010.00', note: 'account 1200' };
    expect((await desk.manager.send('POST', `${month}/balances`, balance)).status).toBe(200);
    const told = { ...ours, amount: '10.00', note: 'a journal of theirs' };
    const explained = await desk.manager.send('POST', `${month}/explanations`, told);
    expect(explained.status).toBe(200);
    for (const step of ['aging_reviewed', 'books_proved', 'bank_files_in', 'over60_pack']) {
      const done = { company: 'ACME', step, done: true };
      expect((await desk.manager.send('POST', `${month}/steps`, done)).status).toBe(200);
    }
    // The signature is cut at the closed watermark, a moment ago.
    desk.wait(1);
    const signed = await desk.controller.send('POST', `${month}/sign-off`, { company: 'ACME' });
    expect(signed).toMatchObject({ status: 200, body: { knownAt: expect.any(String) } });
    const { body } = await desk.controller.get('/api/v1/month-end?company=ACME&period=2026-10');
    expect(body).toMatchObject({
      state: 'soft',
      signed: { by: 'The controller' },
      lines: [{ aging: '1000.00', unexplained: '0.00', closings: '0.00', closingRows: 0 }],
    });
    const again = await desk.manager.send('POST', `${month}/balances`, balance);
    expect(again).toMatchObject({ status: 422, body: { code: 'reports.signed_already' } });
    expect(await desk.controller.send('POST', `${period}/hard-close`, closing)).toMatchObject({
      status: 200,
      body: { hardThrough: '2026-10-31' },
    });
  });

  test('takes an explanation back, once', async () => {
    await using desk = await deskAfterOctober();
    await desk.manager.send('POST', `${month}/balances`, { ...ours, amount: '1010.00' });
    const told = { ...ours, amount: '10.00', note: 'a journal of theirs' };
    const { body } = await desk.manager.send('POST', `${month}/explanations`, told);
    // As the route's contract says.
    const { explanationId } = body as { explanationId: string };
    const back = `${month}/explanations/${explanationId}/withdraw`;
    expect((await desk.manager.send('POST', back, { company: 'ACME' })).status).toBe(200);
    expect(await desk.manager.send('POST', back, { company: 'ACME' })).toMatchObject({
      status: 404,
      body: { code: 'reports.no_such_explanation' },
    });
    expect(await desk.collector.send('POST', back, { company: 'ACME' })).toMatchObject({
      status: 403,
    });
    expect(await desk.manager.send('POST', back, { company: 'OTHER' })).toMatchObject({
      body: { code: 'team.no_such_company' },
    });
  });

  test.each(writes)(
    '%s %s is refused to a collector, and for a company unseen',
    async (...wish) => {
      await using desk = await deskAfterOctober();
      const [method, path, body] = wish;
      expect((await desk.collector.send(method, path, body)).status).toBe(403);
      expect((await desk.ask(method, path, { body })).status).toBe(401);
      for (const company of ['OTHER', 'NOWHERE']) {
        const unseen = await desk.controller.send(method, path, { ...body, company });
        expect(unseen).toMatchObject({ status: 404, body: { code: 'team.no_such_company' } });
      }
    },
  );

  test('refuses what cannot be, by name', async () => {
    await using desk = await deskAfterOctober();
    const never = '/api/v1/month-end/2026-13';
    const refused = async (path: string, body: object) => {
      const answer = await desk.controller.send('POST', path, { company: 'ACME', ...body });
      return answer.body;
    };
    const code = (name: string) => ({ code: name });
    const amount = { ...ours, amount: '1.00' };
    expect(await refused(`${never}/balances`, amount)).toMatchObject(
      code('reports.no_such_period'),
    );
    expect(await refused(`${month}/balances`, { ...amount, currency: 'EUR' })).toMatchObject(
      code('reports.no_such_line'),
    );
    expect(
      await refused(`${month}/explanations`, { ...amount, amount: '0.00', note: 'x' }),
    ).toMatchObject(code('reports.amount_nothing'));
    expect(await refused(`${month}/steps`, { step: 'dance', done: true })).toMatchObject(
      code('reports.no_such_step'),
    );
    expect(await refused(`${month}/sign-off`, {})).toMatchObject(code('reports.period_still_open'));
    const unread = await desk.controller.send('POST', `${month}/balances`, { company: 'ACME' });
    expect(unread.status).toBe(400);
  });

  test('follows the company’s own checklist', async () => {
    await using desk = await deskAfterOctober();
    const steps = [{ step: 'cash_counted', en: 'Cash counted', es: 'Caja contada' }];
    const path = '/api/v1/month-end-checklist';
    const kept = await desk.controller.send('PUT', path, { company: 'ACME', steps });
    expect(kept).toMatchObject({ status: 200, body: { steps: 1 } });
    const { body } = await desk.manager.get('/api/v1/month-end?company=ACME&period=2026-10');
    expect(body).toMatchObject({
      steps: [{ step: 'cash_counted', title: { es: 'Caja contada' }, done: false }],
    });
    const twice = { company: 'ACME', steps: [...steps, ...steps] };
    expect(await desk.controller.send('PUT', path, twice)).toMatchObject({
      status: 422,
      body: { code: 'reports.step_named_twice' },
    });
  });
});
