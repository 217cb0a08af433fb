/**
 * Case P-34: Ana is away from 6 to 10 July 2026 and Ben covers her. Her work stands on his list,
 * what he does stays in her portfolio under his name, and from the 11th only she sees it.
 */
import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { assignOwner } from '#areas/customers/actions/assign-owner.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { buildAll } from '#areas/worklist/actions/build-worklist.ts';
import { worklistCommands } from '#areas/worklist/commands.ts';
import { documentWish } from '#test/support/builders.ts';
import { type Browser, type Person, type TestDesk, openDesk } from '#test/support/http-desk.ts';

const doing = {
  action: 'test.story',
  actor: { ref: 'job:test', memberId: null },
  reason: 'for the story',
  input: null,
};

async function deskOfTwo() {
  const desk = await openDesk();
  desk.on('2026-07-03');
  const companyId = await desk.company('ACME');
  const [ana, ben] = [await desk.member('collector'), await desk.member('senior')];
  const hers = await owedBy(desk, companyId, 'NORTH', ana.memberId);
  const his = await owedBy(desk, companyId, 'SOUTH', ben.memberId);
  return {
    ...desk,
    hers,
    his,
    ana: { ...ana, ...(await desk.signIn(ana)) },
    ben: { ...ben, ...(await desk.signIn(ben)) },
  };
}

async function owedBy(desk: TestDesk, companyId: Id, number: string, memberId: Id): Promise<Id> {
  const done = await perform(desk, doing, async (context) => {
    const stated = [{ customerNumber: number, name: number }];
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    const accountId = ensured.get(number)?.accountId ?? companyId;
    const wish = documentWish(accountId, 'invoice', { amount: '1000', issued: '2026-05-01' });
    accepted(await postItem(context, wish));
    accepted(await assignOwner(context, { accountId, memberId }));
    return accept(accountId);
  });
  return accepted(done).answer;
}

async function dawn(desk: TestDesk, day: string): Promise<void> {
  desk.on(day);
  accepted(await perform(desk, doing, async (context) => accept(await buildAll(context))));
}

type Listed = { account: string; owner: string; covered: { owner: string; cover: string } | null };

async function listed(reader: Browser, query = ''): Promise<Listed[]> {
  const { body } = await reader.get(`/api/v1/worklist?company=ACME&sort=name${query}`);
  // The contract's answer.
  return (body as { rows: Listed[] }).rows;
}

const numbers = (rows: readonly Listed[]): string[] => rows.map((row) => row.account);

function plan(by: Browser, cover: Person) {
  const parts = ['worklist', 'tasks', 'approvals'].map((work) => {
    return { work, coverId: cover.memberId };
  });
  const body = { from: '2026-07-06', to: '2026-07-10', kind: 'vacation', parts };
  return by.send('POST', '/api/v1/absences', body);
}

async function printed(desk: TestDesk, name: string, ...args: string[]): Promise<string> {
  const out: string[] = [];
  const command = worklistCommands.find((each) => each.name === name);
  if (command?.on !== 'desk') throw new Error('no command');
  await command.run(args, {
    db: desk.db,
    clock: desk.clock,
    actor: { ref: 'command:test', memberId: null },
    ownerUrl: desk.url,
    dataFolder: '',
    language: 'en',
    print: (text) => void out.push(text),
    complain: (text) => void out.push(text),
  });
  return out.join('\n');
}

async function cli(desk: TestDesk, email: string) {
  const out = await printed(desk, 'worklist', '--user', email, '--json');
  // What the command promises to outsiders.
  return JSON.parse(out) as { rows: { account: string; owner: string }[] };
}

test('P-34: her work is on her cover’s list while she is away, and only then', async () => {
  await using desk = await deskOfTwo();
  const { ana, ben, hers } = desk;
  expect(await plan(ana, ben)).toMatchObject({ status: 200 });

  await dawn(desk, '2026-07-05');
  expect(numbers(await listed(ben))).toEqual(['SOUTH']);

  await dawn(desk, '2026-07-06');
  const inWindow = await listed(ben);
  expect(inWindow).toMatchObject([
    {
      account: 'NORTH',
      owner: 'The collector',
      covered: { owner: 'The collector', cover: 'The senior' },
    },
    { account: 'SOUTH', covered: null },
  ]);
  expect(numbers(await listed(ben, `&covering=${ana.memberId}`))).toEqual(['NORTH']);
  expect(numbers(await listed(ben, '&covering=none'))).toEqual(['SOUTH']);
  expect(await cli(desk, ben.email)).toMatchObject({
    rows: [
      { account: 'NORTH', owner: 'The collector', coveredBy: 'The senior' },
      { account: 'SOUTH', owner: 'The senior' },
    ],
  });

  await dawn(desk, '2026-07-08');
  const promise = { amount: '400.00', currency: 'USD', dueOn: '2026-07-20', saidBy: 'Lee' };
  const made = await ben.send('POST', `/api/v1/accounts/${hers}/promises`, promise);
  expect(made).toMatchObject({ status: 200 });
  expect(await ana.get(`/api/v1/accounts/${hers}`)).toMatchObject({
    body: { owner: { memberId: ana.memberId } },
  });
  expect(await ana.get(`/api/v1/promises?owner=${ana.memberId}`)).toMatchObject({
    body: { rows: [{ account: 'NORTH', amount: '400.00', takenBy: 'The senior' }] },
  });
  expect(await ana.get(`/api/v1/accounts/${hers}/timeline?kind=promise`)).toMatchObject({
    body: { rows: [{ actor: 'The senior', onBehalf: 'The collector' }] },
  });
  expect(
    await desk.db.all(sql`
      select actor, on_behalf, account_id
        from platform.audit
       where action = 'promises.make_promise'`),
  ).toEqual([
    {
      actor: `member:${ben.memberId}`,
      on_behalf: `member:${ana.memberId}`,
      account_id: hers,
    },
  ]);

  await dawn(desk, '2026-07-10');
  expect(numbers(await listed(ben))).toEqual(['NORTH', 'SOUTH']);
  await dawn(desk, '2026-07-11');
  expect(numbers(await listed(ben))).toEqual(['SOUTH']);
  expect(numbers(await listed(ana))).toEqual(['NORTH']);
  expect((await cli(desk, ben.email)).rows.map((row) => row.account)).toEqual(['SOUTH']);
});

test('who comes back reads what happened, figure by figure, and takes the work back', async () => {
  await using desk = await deskOfTwo();
  const { ana, ben, hers } = desk;
  const planned = await plan(ana, ben);
  const { absenceId } = planned.body as { absenceId: string }; // The contract's answer.
  await dawn(desk, '2026-07-07');
  await ben.send('POST', `/api/v1/accounts/${hers}/notes`, { text: 'Lee is on leave' });
  const promise = { amount: '400.00', currency: 'USD', dueOn: '2026-07-20', saidBy: 'Lee' };
  await ben.send('POST', `/api/v1/accounts/${hers}/promises`, promise);
  const early = await ana.send('POST', `/api/v1/absences/${absenceId}/hand-back`, {});
  expect(early).toMatchObject({ body: { code: 'team.absence_not_over' } });

  await dawn(desk, '2026-07-11');
  expect(await ben.get(`/api/v1/brief?member=${ana.memberId}`)).toMatchObject({
    body: { code: 'worklist.only_your_brief' },
  });
  const brief = await ana.get('/api/v1/brief');
  expect(brief).toMatchObject({
    status: 200,
    body: {
      absence: { absenceId, covers: ['The senior'], over: true, handedBack: false },
      due: 1,
      totals: [
        { kind: 'promise_made', count: 1, sums: [{ currency: 'USD', amount: '400.00' }] },
        { kind: 'note', count: 1 },
      ],
      accounts: [
        {
          account: 'NORTH',
          due: true,
          lines: [
            {
              kind: 'note',
              actor: 'The senior',
              onBehalf: 'The collector',
              text: 'Lee is on leave',
            },
            {
              kind: 'promise_made',
              actor: 'The senior',
              onBehalf: 'The collector',
              amount: '400.00',
              currency: 'USD',
            },
          ],
        },
      ],
    },
  });
  const back = await ana.send('POST', `/api/v1/absences/${absenceId}/hand-back`, {});
  expect(back).toMatchObject({ status: 200 });
  expect(await ana.get('/api/v1/brief')).toMatchObject({ body: { absence: { handedBack: true } } });
  const out = await printed(desk, 'brief', '--user', ana.email);
  expect(out).toContain('covered by The senior. Due today: 1.');
  expect(out).toMatch(/NORTH +2026-07-07 +promised +400\.00 +USD/u);
  expect(out).toContain('Lee is on leave');
});

test('what a cover does on their own accounts is on nobody’s behalf', async () => {
  await using desk = await deskOfTwo();
  const { ana, ben, his, hers } = desk;
  await plan(ana, ben);
  await dawn(desk, '2026-07-07');
  for (const accountId of [his, hers]) {
    await ben.send('POST', `/api/v1/accounts/${accountId}/notes`, { text: 'called' });
  }
  const rows = await desk.db.all(sql`
    select on_behalf from platform.audit where action = 'customers.add_note' order by at`);
  expect(rows).toEqual([{ on_behalf: null }, { on_behalf: `member:${ana.memberId}` }]);
});

test('the next account after a covered one stands on the cover’s own list', async () => {
  await using desk = await deskOfTwo();
  const { ana, ben, his, hers } = desk;
  await plan(ana, ben);
  await dawn(desk, '2026-07-07');
  const done = await ben.send('POST', `/api/v1/worklist/${hers}/done`, { result: 'reached' });
  expect(done).toMatchObject({ status: 200, body: { next: his } });
});

test('the cover’s note is read by the cover only, and stays on the timeline', async () => {
  await using desk = await deskOfTwo();
  const { ana, ben, hers } = desk;
  const note = { said: 'They pay on Fridays', nextStep: 'Ask for Lee', avoid: 'No letters' };
  const early = await ana.send('POST', `/api/v1/accounts/${hers}/hand-over`, note);
  expect(early).toMatchObject({ status: 422, body: { code: 'worklist.no_absence_ahead' } });
  await plan(ana, ben);
  const left = await ana.send('POST', `/api/v1/accounts/${hers}/hand-over`, note);
  const { noteId } = left.body as { noteId: string }; // The contract's answer.
  const strange = await ben.send('POST', `/api/v1/accounts/${hers}/hand-over`, note);
  expect(strange).toMatchObject({ body: { code: 'worklist.only_the_owner' } });

  await dawn(desk, '2026-07-06');
  expect(await ben.get(`/api/v1/accounts/${hers}/cover`)).toMatchObject({
    body: { covering: true, cover: { name: 'The senior' }, note: { ...note, read: false } },
  });
  expect((await listed(ben))[0]).toMatchObject({
    handOver: { text: 'Ask for Lee · No letters · They pay on Fridays', read: false },
  });
  const read = `/api/v1/accounts/${hers}/hand-over/${noteId}/read`;
  expect(await ana.send('POST', read, {})).toMatchObject({
    body: { code: 'worklist.only_the_cover' },
  });
  expect(await ben.send('POST', read, {})).toMatchObject({ status: 200 });
  expect(await ben.get(`/api/v1/accounts/${hers}/cover`)).toMatchObject({
    body: { note: { read: true, readBy: ['The senior'] } },
  });
  expect(await ben.get(`/api/v1/accounts/${hers}/timeline?kind=note`)).toMatchObject({
    body: {
      rows: [
        { phrase: 'activity.hand_over_read', onBehalf: 'The collector' },
        { phrase: 'activity.hand_over', text: 'They pay on Fridays\nAsk for Lee\nNo letters' },
      ],
    },
  });
});
