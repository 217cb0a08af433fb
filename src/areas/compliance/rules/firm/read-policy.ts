/**
 * A contact policy file from its text to its meaning, with its examples.
 *
 *     business:
 *       hours: {from: 8, to: 18}
 *       calls_to_person: {limit: 1, days: 1}
 *     hours: {from: 8, to: 20, business_days: no}
 *     caps:
 *       - {channels: [call, voicemail], limit: 3, days: 7, counts: reached}
 *     examples: …
 *
 * What a file leaves out is as in the standard. The same reading is done in the editor, by the
 * command line and when a version is proposed.
 */
import { type Plain, plainOf, treeOf } from '#formats/yaml/tree.ts';
import {
  type Part,
  type PolicyProblem,
  complain,
  emptyPart,
  oneOf,
  onlyFields,
  partOf,
  partsOf,
  readDocument,
  wholeNumber,
  wordOf,
  wordsOf,
  yesOrNo,
} from '#areas/policies/rules/document-reader.ts';
import { channels } from '../contact.ts';
import { type BusinessLadder, type Ceiling, standardLadder } from '../packs/business.ts';
import type { HouseCap, HouseRules } from '../packs/house.ts';
import { type ContactExample, readExamples } from './examples.ts';
import type { ContactPolicy } from './policy.ts';

export type ContactDocument = {
  readonly policy: ContactPolicy;
  readonly examples: readonly ContactExample[];
};

export type ContactPolicyRead =
  | { readonly ok: true; readonly document: ContactDocument; readonly own: Plain }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** Reads a file as it was written; its version is given when it is proposed. */
export function readContactPolicy(text: string): ContactPolicyRead {
  const read = readDocument(text);
  if (!read.ok) return read;
  const { part } = read;
  const document = documentOf(part);
  return part.found.length > 0
    ? { ok: false, problems: part.found }
    : { ok: true, document, own: plainOf(part.map) };
}

/** The meaning of a stored policy; undefined when it does not read any more. */
export function contactPolicyOf(judged: unknown): ContactPolicy | undefined {
  const tree = treeOf(judged);
  if (tree.is !== 'map') return undefined;
  const found: PolicyProblem[] = [];
  const { policy } = documentOf({ map: tree, path: '', found });
  return found.length > 0 ? undefined : policy;
}

function documentOf(part: Part): ContactDocument {
  onlyFields(part, ['business', 'hours', 'caps', 'examples']);
  const hours = partOf(part, 'hours');
  return {
    policy: {
      business: ladderOf(partOf(part, 'business') ?? emptyPart(part)),
      hours: hours === undefined ? null : houseHours(hours),
      caps: partsOf(part, 'caps').map(capOf),
    },
    examples: readExamples(part),
  };
}

function ladderOf(part: Part): BusinessLadder {
  onlyFields(part, ['hours', 'calls_to_person', 'calls_about_debt', 'dunning_emails']);
  const hours = partOf(part, 'hours');
  if (hours !== undefined) onlyFields(hours, ['from', 'to']);
  return {
    hours: hours === undefined ? standardLadder.hours : spanOf(hours),
    callsToPerson: ceilingOf(part, 'calls_to_person', standardLadder.callsToPerson),
    callsAboutDebt: ceilingOf(part, 'calls_about_debt', standardLadder.callsAboutDebt),
    dunningEmails: ceilingOf(part, 'dunning_emails', standardLadder.dunningEmails),
  };
}

function houseHours(part: Part): HouseRules['hours'] {
  onlyFields(part, ['from', 'to', 'business_days']);
  return {
    ...spanOf(part),
    businessDays: wordOf(part, 'business_days', 'yes or no', yesOrNo, false),
  };
}

/** Complains of hours that end before they begin: nobody could ever be contacted. */
function spanOf(part: Part): { readonly from: number; readonly to: number } {
  const from = wordOf(part, 'from', 'an hour, 0 to 23', wholeNumber(0, 23), 8);
  const to = wordOf(part, 'to', 'an hour, 1 to 24', wholeNumber(1, 24), 18);
  if (to <= from) complain(part, 'hours_end_first', part.map.at, { from, to });
  return { from, to };
}

function ceilingOf(part: Part, key: string, or: Ceiling): Ceiling {
  const own = partOf(part, key);
  if (own === undefined) return or;
  onlyFields(own, ['limit', 'days']);
  return {
    limit: wordOf(own, 'limit', '0 to 100', wholeNumber(0, 100), or.limit),
    days: wordOf(own, 'days', 'business days, 1 to 20', wholeNumber(1, 20), or.days),
  };
}

/** A cap needs its two figures: a default would forbid, or allow, what nobody wrote. */
function capOf(part: Part): HouseCap {
  onlyFields(part, ['channels', 'limit', 'days', 'business_days', 'counts']);
  return {
    channels: wordsOf(part, 'channels', channels.join(', '), oneOf(channels), []),
    limit: needed(part, 'limit', '0 to 100', wholeNumber(0, 100)),
    days: needed(part, 'days', '1 to 35', wholeNumber(1, 35)),
    businessDays: wordOf(part, 'business_days', 'yes or no', yesOrNo, false),
    counts: wordOf(part, 'counts', countings.join(', '), oneOf(countings), 'attempts'),
  };
}

const countings = ['attempts', 'reached'] as const;

function needed(
  part: Part,
  key: string,
  expects: string,
  parse: (said: string) => number | undefined,
): number {
  const isThere = part.map.entries.some((entry) => entry.key === key);
  if (!isThere) complain({ ...part, path: `${part.path}.${key}` }, 'missing', part.map.at);
  return wordOf(part, key, expects, parse, 1);
}
