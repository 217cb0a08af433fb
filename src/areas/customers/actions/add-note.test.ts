import { expect, test } from 'vitest';
import { deskOn } from '#test/support/builders.ts';
import { sql } from '#platform/postgres/sql.ts';
import { addNote } from './add-note.ts';

test('a note stands on the timeline and is the account’s last touch', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  await desk.done((context) => addNote(context, { accountId, text: 'Ask for Ms Orr.' }));
  const [line] = await desk.db.all(sql`
    select a.kind, a.phrase, a.text, a.happened_on, n.last_touch, n.last_touch_on
      from customers.activity a
      join customers.account_now n on n.account_id = a.account_id`);
  expect(line).toEqual({
    kind: 'note',
    phrase: 'activity.note',
    text: 'Ask for Ms Orr.',
    happened_on: '2026-11-20',
    last_touch: 'touch.note',
    last_touch_on: '2026-11-20',
  });
});

test('a note on an account that is not there is refused', async () => {
  await using desk = await deskOn('2026-11-20');
  const outcome = await desk.act((context) =>
    addNote(context, { accountId: desk.companyId, text: 'x' }),
  );
  expect(outcome).toMatchObject({ refusal: 'customers.no_such_account' });
});

test('a timeline line is never changed and never removed', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  await desk.done((context) => addNote(context, { accountId, text: 'first' }));
  await expect(desk.db.run(sql`update customers.activity set text = 'second'`)).rejects.toThrow(
    'permission denied',
  );
  await expect(desk.db.run(sql`delete from customers.activity`)).rejects.toThrow(
    'permission denied',
  );
});
