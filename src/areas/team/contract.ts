/** What signing in and the people of the desk say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId, wireInstant, wireLanguage } from '#platform/contract/wire.ts';
import { absenceKinds, absenceStates } from './rules/absence.ts';
import { bankHolidayNames, calendarBases } from './rules/calendar.ts';
import { coverWorks } from './rules/cover.ts';

export { absenceKinds, calendarBases, coverWorks };

export const roles = [
  'collector',
  'senior',
  'poster',
  'manager',
  'controller',
  'cfo',
  'treasurer',
  'auditor',
  'administrator',
] as const;

export const me = z.object({
  memberId: wireId,
  name: z.string(),
  email: z.string(),
  language: wireLanguage,
  roles: z.array(z.enum(roles)),
  permissions: z.array(z.string()),
  companies: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      demo: z.boolean(),
      zone: z.string().describe('IANA time zone: what the company calls nine o’clock.'),
    }),
  ),
  /** Sent back as `X-CSRF-Token` on every write. */
  csrf: z.string(),
});
export type Me = z.infer<typeof me>;

export const signIn = route({
  method: 'POST',
  path: '/api/v1/session',
  summary: 'Sign in',
  tag: 'session',
  permission: 'open',
  body: z.object({ email: z.string().trim().max(320), password: z.string().max(1000) }),
  answer: me,
});

export const session = route({
  method: 'GET',
  path: '/api/v1/session',
  summary: 'Who am I',
  tag: 'session',
  permission: 'signed-in',
  answer: me,
});

export const signOut = route({
  method: 'DELETE',
  path: '/api/v1/session',
  summary: 'Sign out',
  tag: 'session',
  permission: 'signed-in',
  answer: z.object({ signedOut: z.literal(true) }),
});

export const setLanguage = route({
  method: 'PUT',
  path: '/api/v1/session/language',
  summary: 'Choose the language of the desk',
  tag: 'session',
  permission: 'signed-in',
  body: z.object({ language: wireLanguage }),
  answer: z.object({ language: wireLanguage }),
});

export const members = route({
  method: 'GET',
  path: '/api/v1/members',
  summary: 'The people of the desk',
  tag: 'team',
  permission: 'signed-in',
  answer: z.object({
    rows: z.array(
      z.object({
        memberId: wireId,
        name: z.string(),
        email: z.string(),
        roles: z.array(z.enum(roles)),
        active: z.boolean(),
        apart: z
          .number()
          .int()
          .describe('Pairs of duties held that should be apart; GET /api/v1/duties names them.'),
      }),
    ),
  }),
});

export const addMember = route({
  method: 'POST',
  path: '/api/v1/members',
  summary: 'Add a person with roles',
  tag: 'team',
  permission: 'team.manage',
  body: z.object({
    name: z.string().trim().min(1).max(200),
    email: z.email(),
    password: z.string().min(12).max(1000),
    language: wireLanguage,
    roles: z.array(z.enum(roles)).min(1),
    companies: z.array(z.string()).default([]).describe('Company codes; empty: all.'),
  }),
  answer: z.object({ memberId: wireId }),
});

export const changeMember = route({
  method: 'PUT',
  path: '/api/v1/members/:memberId',
  summary: 'Change a person’s roles or companies, or let them go; what is left out stays',
  tag: 'team',
  permission: 'team.manage',
  params: z.object({ memberId: wireId }),
  body: z.object({
    roles: z.array(z.enum(roles)).min(1).optional(),
    companies: z.array(z.string()).optional().describe('Company codes; empty: all.'),
    active: z.boolean().optional().describe('False signs the person out everywhere.'),
    password: z.string().min(12).max(1000).optional().describe('A new first password.'),
    reason: z.string().trim().min(1).max(500),
  }),
  answer: z.object({ memberId: wireId }),
});

export const changePassword = route({
  method: 'PUT',
  path: '/api/v1/session/password',
  summary: 'Choose a new password; other sessions of the same person end',
  tag: 'session',
  permission: 'signed-in',
  body: z.object({ current: z.string().max(1000), password: z.string().min(12).max(1000) }),
  answer: z.object({ changed: z.literal(true) }),
});

export const apiKeys = route({
  method: 'GET',
  path: '/api/v1/api-keys',
  summary: 'One’s own API keys that still work',
  tag: 'session',
  permission: 'signed-in',
  answer: z.object({
    rows: z.array(
      z.object({
        keyId: wireId,
        name: z.string(),
        permissions: z.array(z.string()),
        madeAt: wireInstant,
        endsAt: wireInstant,
      }),
    ),
  }),
});

export const makeApiKey = route({
  method: 'POST',
  path: '/api/v1/api-keys',
  summary: 'Make an API key with some of one’s own permissions; shown once',
  tag: 'session',
  permission: 'signed-in',
  body: z.object({
    name: z.string().trim().min(1).max(100),
    permissions: z.array(z.string()).min(1),
    expiresInDays: z.number().int().min(1).max(366).default(90),
  }),
  answer: z.object({ keyId: wireId, key: z.string() }),
});

export const revokeApiKey = route({
  method: 'DELETE',
  path: '/api/v1/api-keys/:keyId',
  summary: 'Revoke an API key',
  tag: 'session',
  permission: 'signed-in',
  params: z.object({ keyId: wireId }),
  answer: z.object({ revoked: z.literal(true) }),
});

const letter = z.string().regex(/^[A-Z]$/u);
const coverPart = z.object({
  work: z.enum(coverWorks),
  coverId: wireId,
  company: z.string().nullable().default(null).describe('Company code; null: every company.'),
  letters: z
    .object({ from: letter, to: letter })
    .nullable()
    .default(null)
    .describe('Initials of the accounts, both included; null: all.'),
});

const absence = z.object({
  absenceId: wireId,
  memberId: wireId,
  name: z.string(),
  from: wireDay,
  to: wireDay.describe('The last day away.'),
  kind: z.enum(absenceKinds),
  note: z.string(),
  state: z.enum(absenceStates),
  /** Whether the reader may call it off or end it. */
  mine: z.boolean(),
  parts: z.array(coverPart.extend({ cover: z.string() })),
});
export type Absence = z.infer<typeof absence>;

export const absences = route({
  method: 'GET',
  path: '/api/v1/absences',
  summary: 'Who is away and who covers, over some weeks',
  tag: 'team',
  permission: 'signed-in',
  query: z.object({
    from: wireDay.optional().describe('Default: this week’s Monday.'),
    days: z.coerce.number().int().min(1).max(366).default(35),
  }),
  answer: z.object({
    from: wireDay,
    days: z.number().int(),
    rows: z.array(absence),
    /** Whom the reader covers today, with which work. */
    covering: z.array(
      z.object({ memberId: wireId, name: z.string(), work: z.enum(coverWorks), lastOn: wireDay }),
    ),
  }),
});

export const planAbsence = route({
  method: 'POST',
  path: '/api/v1/absences',
  summary: 'Plan an absence with its covers: one’s own, or with team.plan_absence anybody’s',
  tag: 'team',
  permission: 'signed-in',
  body: z.object({
    memberId: wireId.optional().describe('Default: oneself.'),
    from: wireDay,
    to: wireDay,
    kind: z.enum(absenceKinds).default('vacation'),
    note: z.string().max(500).default(''),
    parts: z
      .array(coverPart)
      .max(60)
      .default([])
      .describe('Work that no part names waits for its owner.'),
    handsOn: z
      .boolean()
      .default(false)
      .describe('A cover who is away too hands on to their own cover.'),
  }),
  answer: z.object({ absenceId: wireId }),
});

const absenceParams = z.object({ absenceId: wireId });
const because = z.object({ reason: z.string().trim().min(1).max(500) });

export const cancelAbsence = route({
  method: 'POST',
  path: '/api/v1/absences/:absenceId/cancel',
  summary: 'Call an absence off before it begins',
  tag: 'team',
  permission: 'signed-in',
  params: absenceParams,
  body: because,
  answer: z.object({ cancelled: z.literal(true) }),
});

export const endAbsence = route({
  method: 'POST',
  path: '/api/v1/absences/:absenceId/end',
  summary: 'Back early: the work is the absent person’s again from today',
  tag: 'team',
  permission: 'signed-in',
  params: absenceParams,
  body: because,
  answer: z.object({ lastOn: wireDay.nullable() }),
});

export const handBackAbsence = route({
  method: 'POST',
  path: '/api/v1/absences/:absenceId/hand-back',
  summary: 'Say that one has read what happened and has taken the work back',
  tag: 'team',
  permission: 'signed-in',
  params: absenceParams,
  body: z.object({}),
  answer: z.object({ handedBack: z.literal(true) }),
});

const calendarParams = z.object({ code: z.string() });

export const companyCalendar = route({
  method: 'GET',
  path: '/api/v1/companies/:code/calendar',
  summary: 'The business calendar of a company over a year: holidays kept and own closings',
  tag: 'team',
  permission: 'signed-in',
  params: calendarParams,
  query: z.object({
    year: z.coerce.number().int().min(2000).max(2100).optional().describe('Default: this year.'),
  }),
  answer: z.object({
    company: z.string(),
    year: z.number().int(),
    base: z.enum(calendarBases),
    holidays: z.array(z.object({ on: wireDay, name: z.enum(bankHolidayNames) })),
    closings: z.array(z.object({ on: wireDay, name: z.string() })),
  }),
});

export const chooseCalendar = route({
  method: 'PUT',
  path: '/api/v1/companies/:code/calendar',
  summary: 'Say which holidays the company keeps beside its own closings',
  tag: 'team',
  permission: 'team.keep_calendar',
  params: calendarParams,
  body: z.object({ base: z.enum(calendarBases), reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ base: z.enum(calendarBases) }),
});

export const addClosing = route({
  method: 'POST',
  path: '/api/v1/companies/:code/closings',
  summary: 'Close the company on a day: deadlines in business days step over it',
  tag: 'team',
  permission: 'team.keep_calendar',
  params: calendarParams,
  body: z.object({ on: wireDay, name: z.string().trim().min(1).max(100) }),
  answer: z.object({ on: wireDay }),
});

export const removeClosing = route({
  method: 'POST',
  path: '/api/v1/companies/:code/closings/:on/take-back',
  summary: 'Open the company after all on a day that has not come',
  tag: 'team',
  permission: 'team.keep_calendar',
  params: z.object({ code: z.string(), on: wireDay }),
  body: because,
  answer: z.object({ on: wireDay }),
});
