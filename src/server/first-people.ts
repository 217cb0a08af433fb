/**
 * Who can sign in on a first start: the people of the invented company, or one administrator.
 *
 * The invented people's password is public, so they keep it only while nobody but this machine
 * can reach the desk; on any other address they get one of their own, printed once.
 */
import { randomBytes } from 'node:crypto';
import { type SignIn, seedDemo } from '#db/seed/demo.ts';
import { demoPassword, people } from '#db/seed/people.ts';
import { addMember, memberByEmail } from '#areas/team/index.ts';
import { type Desk, accepted, perform } from '#platform/action.ts';
import { hasPassword, setPassword } from '#platform/auth/credentials.ts';
import { hashPassword } from '#platform/auth/passwords.ts';

/** Fills an empty desk with the invented company; answers its log-ins. */
export function inventCompany(desk: Desk, host: string): Promise<readonly SignIn[]> {
  return seedDemo(desk, isThisMachine(host) ? demoPassword : newPassword());
}

/** The public log-ins, as long as they open the desk; none on an address that others reach. */
export async function publicSignIns(desk: Desk, host: string): Promise<readonly SignIn[]> {
  const [first] = people;
  if (!first || !isThisMachine(host)) return [];
  const member = await memberByEmail(desk.db, first.email);
  if (!member || !(await hasPassword(desk.db, member.memberId, demoPassword))) return [];
  return people.map((person) => ({ ...person, password: demoPassword }));
}

/** The one person of a desk that starts without the invented company: an administrator. */
export async function hireAdministrator(desk: Desk): Promise<readonly SignIn[]> {
  const password = newPassword();
  const wish = {
    name: 'Administrator',
    email: 'admin@dunlin.local',
    language: 'en',
    roles: ['administrator'],
    companies: [],
  } as const;
  const doing = {
    action: 'team.add_member',
    actor: { ref: 'job:first-start', memberId: null },
    reason: 'the first start of an empty desk',
    input: null,
  };
  const hired = await perform(desk, doing, (context) => addMember(context, wish, 'all'));
  const { memberId } = accepted(hired).answer;
  await setPassword(desk.db, memberId, await hashPassword(password), desk.clock.now());
  const { name, email, language } = wish;
  return [{ name, email, language, role: 'administrator', password }];
}

function newPassword(): string {
  return randomBytes(15).toString('base64url');
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
