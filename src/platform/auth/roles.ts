/**
 * Who may do what: roles, and the permissions that each carries.
 *
 * A person may hold several roles; the rule is that no one role joins two duties that must be
 * apart: who posts cash does not approve write-offs, who manages users posts and approves
 * nothing, and the auditor only reads.
 */

const reading = [
  'accounts.read',
  'aging.read',
  'approvals.read',
  'cash.read',
  'clocks.read',
  'credit.read',
  'forecast.read',
  'imports.read',
  'policies.read',
  'mail.read',
  'packs.read',
  'portfolio.read',
  'projects.read',
  'refunds.read',
  'strategies.read',
  'tasks.read',
  'worklist.read',
] as const;

const collecting = [
  ...reading,
  'accounts.note',
  'accounts.reconcile',
  'aging.review',
  'approvals.ask',
  'calls.make',
  'compliance.tell',
  'copies.send',
  'disputes.decide',
  'disputes.open',
  'escalations.answer',
  'escalations.ask',
  'forecast.work',
  'messages.write',
  'policies.attest',
  'mail.work',
  'projects.work',
  'promises.make',
  'refunds.request',
  'students.work',
  'tasks.work',
  'worklist.work',
] as const;

/** Files of banks and their lines, as they came. */
const readingBanks = ['bank_files.read', 'bank_files_raw.read'] as const;

const posting = [
  ...reading,
  ...readingBanks,
  'approvals.ask',
  'escalations.answer',
  'escalations.ask',
  'bank_files.take_in',
  'accounts.note',
  'accounts.reconcile',
  'cash.apply',
  'cash.deposit',
  'cash.post',
  'copies.send',
  'imports.confirm',
  'imports.run',
  'mail.work',
  'originals.add',
  'policies.attest',
  'projects.work',
  'refunds.request',
  'tasks.work',
  'worklist.work',
] as const;

const permissionsByRole = {
  collector: collecting,
  senior: [
    ...collecting,
    'accounts.assign',
    'accounts.edit',
    'compliance.settle',
    'cash.apply',
    'cash.deposit',
    'ledger.charge',
    'messages.approve',
    'month_end.work',
    'orders.state',
    'originals.add',
    'letters.print',
    'refunds.bank_details',
    'statements.run',
    'templates.write',
    'policies.propose',
  ],
  poster: posting,
  manager: [
    ...collecting,
    'calls.override',
    ...readingBanks,
    'bank_files.accounts',
    'bank_files.agree',
    'bank_files.take_in',
    'accounts.assign',
    'accounts.edit',
    'accounts.merge',
    'compliance.rule',
    'compliance.settle',
    'disputes.route',
    'cash.approve',
    'cash.propose_policy',
    'cash.reconcile',
    'credit.release',
    'forecast.steer',
    'imports.confirm',
    'imports.run',
    'imports.undo',
    'goals.set',
    'allowance.prepare',
    'ledger.charge',
    'ledger.post_into_soft_closed',
    'orders.state',
    'approvals.decide',
    'ledger.write_off',
    'messages.approve',
    'messages.steer',
    'mailboxes.manage',
    'month_end.work',
    'originals.add',
    'packs.manage',
    'packs.oversee',
    'policies.approve',
    'policies.propose',
    'policies.publish',
    'portfolio.manage',
    'webhooks.manage',
    'projects.lead',
    'refunds.bank_details',
    'refunds.free',
    'statements.approve',
    'letters.print',
    'statements.run',
    'strategies.approve',
    'strategies.run',
    'strategies.simulate',
    'strategies.switch',
    'tasks.lead',
    'team.keep_calendar',
    'team.plan_absence',
    'templates.approve',
    'templates.write',
    'worklist.order_for_others',
    'worklist.take_over',
    'write_offs.place',
  ],
  controller: [
    ...collecting,
    'compliance.rule',
    'compliance.settle',
    'calls.override',
    'cash.approve',
    'cash.propose_policy',
    ...readingBanks,
    'bank_files.accounts',
    'bank_files.agree',
    'bank_files.take_in',
    'cash.reconcile',
    'credit.limit',
    'forecast.steer',
    'imports.confirm',
    'imports.undo',
    'goals.set',
    'allowance.prepare',
    'allowance.sign',
    'ledger.charge',
    'ledger.close_periods',
    'ledger.post_into_soft_closed',
    'ledger.rates',
    'ledger.rule',
    'charges.rule',
    'approvals.decide',
    'ledger.write_off',
    'messages.approve',
    'messages.steer',
    'month_end.sign',
    'month_end.work',
    'packs.manage',
    'packs.oversee',
    'packs.sign',
    'policies.approve',
    'policies.propose',
    'policies.publish',
    'projects.lead',
    'refunds.free',
    'refunds.rule',
    'statements.approve',
    'strategies.approve',
    'strategies.simulate',
    'strategies.switch',
    'tasks.lead',
    'templates.approve',
    'team.keep_calendar',
    'write_offs.place',
  ],
  cfo: [
    ...reading,
    'allowance.sign',
    ...readingBanks,
    'aging.review',
    'approvals.decide',
    'escalations.answer',
    'ledger.write_off',
    'month_end.sign',
    'packs.manage',
    'packs.oversee',
    'policies.approve',
    'policies.attest',
    'refunds.free',
    'tasks.work',
  ],
  // Lets money go: the third pair of hands, that neither asks nor approves nor reconciles.
  treasurer: [...reading, 'approvals.ask', 'policies.attest', 'refunds.release', 'tasks.work'],
  auditor: [...reading, ...readingBanks, 'packs.oversee'],
  administrator: [...reading, 'team.manage', 'webhooks.manage'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Role = keyof typeof permissionsByRole;

/** Every permission there is. A route that names another is never served. */
export const allPermissions: readonly string[] = [
  ...new Set(Object.values(permissionsByRole).flat()),
].toSorted();

export const allRoles: readonly Role[] = Object.keys(permissionsByRole).filter(isRole);

/** Permissions of which nobody may hold two, with the reason (segregation of duties). */
export const apart: readonly {
  readonly one: string;
  readonly other: string;
  readonly why: string;
}[] = [
  { one: 'cash.post', other: 'ledger.write_off', why: 'cash kept back hidden by a write-off' },
  { one: 'cash.post', other: 'ledger.close_periods', why: 'who posts cash could close it away' },
  { one: 'cash.post', other: 'approvals.decide', why: 'who posts cash could hide what he kept' },
  { one: 'cash.post', other: 'cash.approve', why: 'who posts cash could approve his own' },
  { one: 'cash.post', other: 'cash.reconcile', why: 'who posts cash could sign it himself' },
  { one: 'accounts.edit', other: 'credit.limit', why: 'who keeps customers could invent one' },
  { one: 'credit.limit', other: 'credit.release', why: 'who gives credit could sell to nobody' },
  { one: 'team.manage', other: 'credit.limit', why: 'who makes users could give credit as one' },
  { one: 'team.manage', other: 'credit.release', why: 'who makes users could release as one' },
  { one: 'refunds.release', other: 'refunds.request', why: 'who asks for money could release it' },
  { one: 'refunds.release', other: 'approvals.decide', why: 'who approves could release it' },
  { one: 'refunds.release', other: 'cash.post', why: 'who posts cash could pay it out again' },
  { one: 'refunds.release', other: 'cash.reconcile', why: 'who releases could hide it' },
  { one: 'refunds.release', other: 'refunds.bank_details', why: 'who pays could say where to' },
  { one: 'team.manage', other: 'refunds.release', why: 'who makes users could release as one' },
  { one: 'team.manage', other: 'cash.post', why: 'who makes users could post as one of them' },
  { one: 'team.manage', other: 'ledger.close_periods', why: 'who makes users could close as one' },
  { one: 'team.manage', other: 'approvals.decide', why: 'who makes users could approve as one' },
  { one: 'team.manage', other: 'cash.apply', why: 'who makes users could post as one of them' },
  { one: 'team.manage', other: 'ledger.charge', why: 'who makes users could post as one of them' },
  { one: 'team.manage', other: 'policies.approve', why: 'who makes users could approve as them' },
  { one: 'team.manage', other: 'ledger.write_off', why: 'who makes users could approve as them' },
  { one: 'team.manage', other: 'bank_files.take_in', why: 'who makes users could post as one' },
  { one: 'team.manage', other: 'bank_files.agree', why: 'who makes users could agree as them' },
  {
    one: 'team.manage',
    other: 'imports.confirm',
    why: 'who makes users could post as one of them',
  },
  { one: 'team.manage', other: 'imports.run', why: 'who makes users could post as one of them' },
  { one: 'team.manage', other: 'imports.undo', why: 'who makes users could post as one of them' },
];

/** What somebody with these roles may do; unknown roles give nothing. */
export function permissionsOf(roles: readonly string[]): string[] {
  return [...new Set(roles.filter(isRole).flatMap((role) => permissionsByRole[role]))].toSorted();
}

/** Two duties that these roles would join and must not; undefined when there are none. */
export function conflictOf(roles: readonly string[]): (typeof apart)[number] | undefined {
  const held = new Set(permissionsOf(roles));
  return apart.find(({ one, other }) => held.has(one) && held.has(other));
}

function isRole(text: string): text is Role {
  return Object.hasOwn(permissionsByRole, text);
}
