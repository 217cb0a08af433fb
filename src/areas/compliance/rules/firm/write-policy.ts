/**
 * A contact policy written out as its text: what a first document starts from, so that a desk
 * changes figures instead of starting from nothing. Reading it again gives the same policy.
 */
import type { Ceiling } from '../packs/business.ts';
import type { HouseCap } from '../packs/house.ts';
import type { ContactPolicy } from './policy.ts';

/** YAML, with the two examples that hold of every ladder: by night nobody is called. */
export function writeContactPolicy({ business, hours, caps }: ContactPolicy): string {
  return [
    'business:',
    `  hours: {from: ${business.hours.from}, to: ${business.hours.to}}`,
    `  calls_to_person: ${ceiling(business.callsToPerson)}`,
    `  calls_about_debt: ${ceiling(business.callsAboutDebt)}`,
    `  dunning_emails: ${ceiling(business.dunningEmails)}`,
    ...(hours === null ? [] : [`hours: ${hoursText(hours)}`]),
    ...(caps.length === 0 ? [] : ['caps:', ...caps.map((cap) => `  - ${capText(cap)}`)]),
    'examples:',
    '  - {name: by night, channel: call, at: 2026-11-20 23:30, expect: blocked}',
    '  - {name: a letter, channel: letter, at: 2026-11-20 11:00, expect: allowed}',
    '',
  ].join('\n');
}

function hoursText({ from, to, businessDays }: NonNullable<ContactPolicy['hours']>): string {
  return `{from: ${from}, to: ${to}, business_days: ${yes(businessDays)}}`;
}

function ceiling({ limit, days }: Ceiling): string {
  return `{limit: ${limit}, days: ${days}}`;
}

function capText({ channels, limit, days, businessDays, counts }: HouseCap): string {
  const of = channels.length === 0 ? '' : `channels: [${channels.join(', ')}], `;
  return (
    `{${of}limit: ${limit}, days: ${days}, ` +
    `business_days: ${yes(businessDays)}, counts: ${counts}}`
  );
}

function yes(is: boolean): string {
  return is ? 'yes' : 'no';
}
