import { describe, expect, test } from 'vitest';
import { perform } from '#platform/action.ts';
import { openDesk, type TestDesk } from '#test/support/http-desk.ts';
import { memberByEmail } from '../store/members.ts';
import { type AddMember, addMember } from './add-member.ts';

const actor = { ref: 'job:test', memberId: null };
const wish: AddMember = {
  name: 'Ana Ruiz',
  email: 'ana@desk.example',
  language: 'es',
  roles: ['collector'],
  companies: [],
};

async function add(desk: TestDesk, change: Partial<AddMember> = {}): Promise<string> {
  const doing = { action: 'team.add_member', actor, reason: 'new', input: null };
  const outcome = await perform(desk, doing, (context) =>
    addMember(context, { ...wish, ...change }, 'all'),
  );
  return outcome.ok ? 'added' : outcome.refusal;
}

describe('adding a person', () => {
  test('keeps their name, language, roles and companies', async () => {
    await using desk = await openDesk();
    const acme = await desk.company('ACME');
    expect(await add(desk, { companies: ['ACME'] })).toBe('added');
    expect(await memberByEmail(desk.db, 'ANA@desk.example')).toMatchObject({
      name: 'Ana Ruiz',
      language: 'es',
      roles: ['collector'],
      active: true,
      companyIds: [acme],
    });
  });

  test.each`
    change                              | answer
    ${{ roles: ['poster', 'manager'] }} | ${'team.duties_apart'}
    ${{ companies: ['NONE'] }}          | ${'team.no_such_company'}
    ${{ email: 'Ana@Desk.example' }}    | ${'team.email_taken'}
  `('with $change is refused: $answer', async ({ change, answer }) => {
    await using desk = await openDesk();
    await add(desk);
    const email = 'other@desk.example';
    expect(await add(desk, { email, ...change })).toBe(answer);
    expect(await memberByEmail(desk.db, email)).toBeUndefined();
  });
});
