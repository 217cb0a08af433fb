import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { perform } from '#platform/action.ts';
import { openDesk, type TestDesk } from '#test/support/http-desk.ts';
import { memberById } from '../store/members.ts';
import { type ChangeMember, changeMember } from './change-member.ts';

async function change(desk: TestDesk, wish: ChangeMember, by: Id | null): Promise<string> {
  const actor = { ref: 'job:test', memberId: by };
  const doing = { action: 'team.change_member', actor, reason: 'because', input: null };
  const outcome = await perform(desk, doing, (context) => changeMember(context, wish, 'all'));
  return outcome.ok ? 'changed' : outcome.refusal;
}

describe('changing a person', () => {
  test('changes what is said and leaves the rest', async () => {
    await using desk = await openDesk();
    const acme = await desk.company('ACME');
    const { memberId } = await desk.member('collector');
    await desk.member('administrator');
    expect(await change(desk, { memberId, roles: ['senior'] }, null)).toBe('changed');
    expect(await memberById(desk.db, memberId)).toMatchObject({
      roles: ['senior'],
      companyIds: 'all',
      active: true,
    });
    expect(await change(desk, { memberId, companies: ['ACME'] }, null)).toBe('changed');
    expect(await change(desk, { memberId, active: false }, null)).toBe('changed');
    expect(await memberById(desk.db, memberId)).toMatchObject({
      roles: ['senior'],
      companyIds: [acme],
      active: false,
    });
  });

  test('is refused by name', async () => {
    await using desk = await openDesk();
    const { memberId } = await desk.member('administrator');
    const other = await desk.member('collector');
    const nobody = other.memberId.replace(/^0/u, '1');
    const wrong = { memberId: other.memberId, roles: ['poster', 'cfo'] };
    expect(await change(desk, { memberId, active: false }, null)).toBe('team.last_administrator');
    expect(await change(desk, { memberId, roles: ['cfo'] }, null)).toBe('team.last_administrator');
    expect(await change(desk, { memberId, active: false }, memberId)).toBe('team.not_yourself');
    expect(await change(desk, wrong, memberId)).toBe('team.duties_apart');
    // An id like any other, only of nobody.
    expect(await change(desk, { memberId: nobody as Id }, null)).toBe('team.no_such_member');
  });
});
