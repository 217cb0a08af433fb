import { expect, test } from 'vitest';
import { perform } from '#platform/action.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { memberById } from '../store/members.ts';
import { chooseLanguage } from './choose-language.ts';

test('a member is spoken to in the language they chose', async () => {
  await using desk = await openDesk();
  const { memberId } = await desk.member('collector');
  const actor = { ref: `member:${memberId}`, memberId };
  const doing = { action: 'team.choose_language', actor, reason: 'theirs', input: null };
  await perform(desk, doing, (context) => chooseLanguage(context, memberId, 'es'));
  expect(await memberById(desk.db, memberId)).toMatchObject({ language: 'es' });
});
