/** A contact policy as sentences, one a rule, by which two versions are held against each other. */
import type { Facts } from '#kernel/outcome.ts';
import type { Saying } from '#areas/policies/rules/sayings.ts';
import { channels } from '../contact.ts';
import type { Ceiling } from '../packs/business.ts';
import type { HouseCap } from '../packs/house.ts';
import type { ContactPolicy } from './policy.ts';

export type ContactSayingCode =
  | 'compliance.rule_business_hours'
  | 'compliance.rule_calls_to_person'
  | 'compliance.rule_calls_about_debt'
  | 'compliance.rule_dunning_emails'
  | 'compliance.rule_hours'
  | 'compliance.rule_cap';

export type ContactSaying = Saying<ContactSayingCode>;

/** Every rule, in the order in which people read them. */
export function sayingsOf({ business, hours, caps }: ContactPolicy): readonly ContactSaying[] {
  const { callsToPerson, callsAboutDebt, dunningEmails } = business;
  const days = hours?.businessDays === true ? 'business' : 'every';
  return [
    saying('business hours', 'compliance.rule_business_hours', { ...business.hours }),
    saying('to person', 'compliance.rule_calls_to_person', figures(callsToPerson)),
    saying('about debt', 'compliance.rule_calls_about_debt', figures(callsAboutDebt)),
    saying('e-mails', 'compliance.rule_dunning_emails', figures(dunningEmails)),
    ...(hours === null
      ? []
      : [saying('hours', 'compliance.rule_hours', { from: hours.from, to: hours.to, days })]),
    ...caps.map(ofCap),
  ];
}

/** A cap is told from another by its channels and days; its limit and counting are its figures. */
function ofCap(cap: HouseCap): ContactSaying {
  const of = channels.filter((channel) => cap.channels.includes(channel)).join(', ') || 'all';
  const kind = cap.businessDays ? 'business' : 'calendar';
  const { limit, days, counts } = cap;
  return saying(`cap ${of} ${days} ${kind} ${counts}`, 'compliance.rule_cap', {
    of,
    limit,
    days,
    kind,
    counts,
  });
}

function figures({ limit, days }: Ceiling): Facts {
  return { limit, days };
}

function saying(rule: string, code: ContactSayingCode, facts: Facts): ContactSaying {
  return { rule, code, facts };
}
