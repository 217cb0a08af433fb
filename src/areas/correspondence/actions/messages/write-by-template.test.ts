import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOwed1000, usd } from '#test/support/builders.ts';
import { type TemplateLetter, writeByTemplate } from './write-by-template.ts';

const letter = (accountId: Id, change: Partial<TemplateLetter> = {}): TemplateLetter => ({
  key: 'unclaimed/1',
  accountId,
  contactId: null,
  channel: 'letter',
  toName: 'Ann Orr',
  toAddress: '',
  language: 'es',
  templateKey: 'unclaimed-letter',
  extra: {
    payment: { amount: usd('12.50'), on: day('2024-01-02'), reference: 'R-1' },
    replyBy: day('2026-12-31'),
  },
  ...change,
});

test('a template is written down once for its reader, in their language, ready to go', async () => {
  await using story = await deskOwed1000();
  const first = await story.done((context) => writeByTemplate(context, letter(story.accountId)));
  const again = await story.done((context) => writeByTemplate(context, letter(story.accountId)));
  expect(again).toEqual(first);
  const written = await story.db.all(sql`
    select m.to_name, m.language, m.template_key, m.template_version, m.purpose, c.state, m.body
      from correspondence.message m
      join correspondence.message_card c on c.message_id = m.message_id`);
  expect(written).toEqual([
    {
      to_name: 'Ann Orr',
      language: 'es',
      template_key: 'unclaimed-letter',
      template_version: 0,
      purpose: 'answer',
      state: 'queued',
      body: expect.stringContaining('Ann Orr'),
    },
  ]);
});

test('a template that nobody knows is refused, and nothing is written', async () => {
  await using story = await deskOwed1000();
  const wish = letter(story.accountId, { templateKey: 'no-such-template' });
  const done = await story.act((context) => writeByTemplate(context, wish));
  expect(answerOf(done)).toContain('correspondence.template_unknown');
  expect(await story.db.all(sql`select 1 from correspondence.message`)).toEqual([]);
});
