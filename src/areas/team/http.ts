/**
 * Signing in and out, the people of the desk, and their API keys.
 *
 * Sessions are no business facts and have no audit row; changes of people, passwords and keys
 * have one each.
 */
import { type Id, id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context, Desk } from '#platform/action.ts';
import { checkPassword, setPassword } from '#platform/auth/credentials.ts';
import { heldPairs } from '#platform/auth/duties.ts';
import { hashPassword } from '#platform/auth/passwords.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import { endOtherSessions, endSession, startSession } from '#platform/auth/sessions.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { addMember } from './actions/add-member.ts';
import { changeMember } from './actions/change-member.ts';
import { chooseLanguage } from './actions/choose-language.ts';
import * as contract from './contract.ts';
import { absenceRoutes } from './http/absences.ts';
import { calendarRoutes } from './http/calendar.ts';
import { keyRoutes } from './http/keys.ts';
import { letterheadRoutes } from './http/letterhead.ts';
import { acceptPassword } from './rules/password.ts';
import { companies } from './store/companies.ts';
import { allMembers, type Member, memberByEmail, memberById } from './store/members.ts';

const session: readonly Served[] = [
  serve(
    contract.signIn,
    async ({ body, desk, wire }) => {
      const now = desk.clock.now();
      const member = await memberByEmail(desk.db, body.email);
      const known = member?.active ? member : undefined;
      const right = await checkPassword(desk.db, known?.memberId, body.password, now);
      if (!right.ok || !known) return refuse('session.wrong_credentials');
      const { token, csrf } = await startSession(desk.db, known.memberId, now);
      wire.setToken(token);
      return accept(await meOf(desk, known, permissionsOf(known.roles), csrf));
    },
    { dryRun: false },
  ),
  serve(contract.session, async ({ desk, session: { memberId, permissions }, wire }) => {
    const member = await memberById(desk.db, memberId);
    if (!member) return refuse('session.missing');
    return accept(await meOf(desk, member, permissions, wire.csrf));
  }),
  serve(
    contract.signOut,
    async ({ desk, wire }) => {
      if (wire.token !== undefined) await endSession(desk.db, wire.token);
      wire.setToken(null);
      return accept({ signedOut: true });
    },
    { dryRun: false },
  ),
  serve(contract.setLanguage, ({ body, session: { memberId }, perform }) =>
    perform('team.choose_language', 'their own choice', (context) =>
      chooseLanguage(context, memberId, body.language),
    ),
  ),
  serve(contract.changePassword, async ({ body, desk, session: { memberId }, wire, perform }) => {
    if (wire.token === undefined) return refuse('session.needs_sign_in');
    const { token } = wire;
    const right = await checkPassword(desk.db, memberId, body.current, desk.clock.now());
    if (!right.ok) return right;
    return perform('team.change_password', 'their own choice', async (context) => {
      const kept = await keepPassword(context, memberId, body.password);
      if (!kept.ok) return kept;
      await endOtherSessions(context.tx, memberId, token);
      return accept({ changed: true as const });
    });
  }),
];

const people: readonly Served[] = [
  serve(contract.members, async ({ desk }) => {
    const all = await allMembers(desk.db);
    return accept({ rows: all.map(memberRow) });
  }),
  serve(contract.addMember, ({ body, session: { companyIds }, perform }) =>
    perform('team.add_member', `new at the desk: ${body.roles.join(', ')}`, async (context) => {
      const added = await addMember(context, body, companyIds);
      if (!added.ok) return added;
      const kept = await keepPassword(context, added.value.memberId, body.password);
      return kept.ok ? added : kept;
    }),
  ),
  serve(contract.changeMember, ({ params, body, session: { companyIds }, perform }) =>
    perform('team.change_member', body.reason, async (context) => {
      const { password, ...wish } = body;
      const memberId = id(params.memberId);
      const changed = await changeMember(context, { ...wish, memberId }, companyIds);
      if (!changed.ok || password === undefined) return changed;
      const kept = await keepPassword(context, memberId, password);
      return kept.ok ? changed : kept;
    }),
  ),
];

export const teamRoutes: readonly Served[] = [
  ...session,
  ...people,
  ...absenceRoutes,
  ...calendarRoutes,
  ...letterheadRoutes,
  ...keyRoutes,
];

async function keepPassword(
  { tx, at }: Context,
  memberId: Id,
  password: string,
): Promise<Outcome<true, 'team.password_too_easy' | 'team.no_such_member'>> {
  const owner = await memberById(tx, memberId);
  if (!owner) return refuse('team.no_such_member');
  const good = acceptPassword(password, owner);
  if (!good.ok) return good;
  await setPassword(tx, memberId, await hashPassword(password), at);
  return accept(true);
}

async function meOf(
  { db }: Desk,
  member: Member,
  permissions: readonly string[],
  csrf: string,
): Promise<contract.Me> {
  const seen = await companies(db, member.companyIds);
  return {
    ...cardOf(member),
    language: member.language,
    permissions: [...permissions],
    companies: seen.map(({ code, name, demo, zone }) => ({ code, name, demo, zone })),
    csrf,
  };
}

/** Who has left holds no duty. */
function memberRow(member: Member) {
  return { ...cardOf(member), apart: member.active ? heldPairs(member.roles).length : 0 };
}

function cardOf({ memberId, name, email, roles, active }: Member) {
  return {
    memberId,
    name,
    email,
    roles: contract.roles.filter((role) => roles.includes(role)),
    active,
  };
}
