/**
 * A credit policy file from its text to its meaning, with its examples.
 *
 *     policy: credit-house
 *     name: {en: Our credit policy, es: Nuestra política de crédito}
 *     blocks:
 *       past_due: {at: [order, delivery], days: 45, grace_days: 5, from: [250.00 USD]}
 *     examples: …
 *
 * What a file leaves out is as in the standard. The same reading is done in the editor, by the
 * command line and when a version is proposed.
 */
import { type Plain, plainOf, treeOf } from '#formats/yaml/tree.ts';
import type { Phrase } from '#kernel/words.ts';
import { checkpoints, type CreditPolicy, holdReasons, standardCreditPolicy } from './policy.ts';
import { type PolicyExample, readExamples } from './policy-examples.ts';
import {
  type Part,
  type PolicyProblem,
  amountWord,
  anyText,
  complain,
  emptyPart,
  oneOf,
  onlyFields,
  partOf,
  percentWord,
  readDocument,
  wholeNumber,
  wordOf,
  wordsOf,
  yesOrNo,
} from '#areas/policies/rules/document-reader.ts';

export type CreditDocument = {
  readonly name: Phrase;
  readonly policy: CreditPolicy;
  readonly examples: readonly PolicyExample[];
};

export type PolicyRead =
  | { readonly ok: true; readonly document: CreditDocument; readonly own: Plain }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** Reads a file as it was written; its version is given when it is proposed. */
export function readPolicy(text: string): PolicyRead {
  const read = readDocument(text);
  if (!read.ok) return read;
  const { part } = read;
  const document = readCreditPolicy(part);
  return part.found.length > 0
    ? { ok: false, problems: part.found }
    : { ok: true, document, own: plainOf(part.map) };
}

/** The meaning of a stored policy under its version; undefined when it does not read any more. */
export function policyOf(judged: unknown, version: number): CreditPolicy | undefined {
  const tree = treeOf(judged);
  if (tree.is !== 'map') return undefined;
  const found: PolicyProblem[] = [];
  const { policy } = readCreditPolicy({ map: tree, path: '', found });
  return found.length > 0 ? undefined : { ...policy, version };
}

const fields = [
  'policy',
  'name',
  'companies',
  'blocks',
  'exclude',
  'release',
  'count_unapplied',
  'examples',
];

function readCreditPolicy(part: Part): CreditDocument {
  onlyFields(part, fields);
  const name = partOf(part, 'name');
  const key = wordOf(part, 'policy', 'a key such as credit-house', keyWord, '');
  if (key === '') complain({ path: 'policy', found: part.found }, 'missing', part.map.at);
  if (name === undefined) complain({ path: 'name', found: part.found }, 'missing', part.map.at);
  const policy = {
    ...standardCreditPolicy,
    key,
    companies: wordsOf(part, 'companies', 'the code of a company', anyText, []),
    ...readBlocks(partOf(part, 'blocks') ?? emptyPart(part)),
    exclude: readExclude(partOf(part, 'exclude') ?? emptyPart(part)),
    ...readRelease(partOf(part, 'release') ?? emptyPart(part)),
    countUnapplied: wordOf(part, 'count_unapplied', 'yes or no', yesOrNo, true),
  };
  return {
    name: { en: textIn(name, 'en'), es: textIn(name, 'es') },
    policy,
    examples: readExamples(part),
  };
}

function textIn(name: Part | undefined, language: 'en' | 'es'): string {
  if (name === undefined) return '';
  onlyFields(name, ['en', 'es']);
  const text = wordOf(name, language, 'a name', anyText, '');
  const inner = { path: `${name.path}.${language}`, found: name.found };
  if (text === '') complain(inner, 'missing', name.map.at);
  return text;
}

function keyWord(said: string): string | undefined {
  return /^[a-z][a-z0-9-]{0,59}$/u.test(said) ? said : undefined;
}

type Blocks = Pick<
  CreditPolicy,
  'at' | 'toleranceBps' | 'pastDue' | 'brokenPromiseDays' | 'statuses'
>;

/** What stops, and where; a block that is written without `at` stops where the standard does. */
function readBlocks(part: Part): Blocks {
  const standard = standardCreditPolicy;
  onlyFields(part, holdReasons);
  const blocks = new Map(holdReasons.map((reason) => [reason, partOf(part, reason)]));
  const at = { ...standard.at };
  for (const [reason, block] of blocks) {
    if (block === undefined) continue;
    onlyFields(block, ['at', ...(ownFields[reason] ?? [])]);
    const or = standard.at[reason].length === 0 ? (['order'] as const) : standard.at[reason];
    at[reason] = wordsOf(block, 'at', checkpoints.join(', '), oneOf(checkpoints), or);
  }
  const of = (reason: (typeof holdReasons)[number]): Part => blocks.get(reason) ?? emptyPart(part);
  const late = of('past_due');
  const { pastDue } = standard;
  return {
    at,
    toleranceBps: wordOf(of('over_limit'), 'tolerance_percent', '0 to 100', percentWord, 0),
    pastDue: {
      days: wordOf(late, 'days', '0 to 999', wholeNumber(0, 999), pastDue.days),
      graceDays: wordOf(late, 'grace_days', '0 to 99', wholeNumber(0, 99), pastDue.graceDays),
      from: wordsOf(late, 'from', 'amounts such as 250.00 USD', amountWord, []),
    },
    brokenPromiseDays: wordOf(
      of('broken_promise'),
      'within_days',
      '1 to 999',
      wholeNumber(1, 999),
      standard.brokenPromiseDays,
    ),
    statuses: wordsOf(
      of('account_status'),
      'statuses',
      accountStatuses.join(', '),
      oneOf(accountStatuses),
      standard.statuses,
    ),
  };
}

const ownFields: Partial<Record<(typeof holdReasons)[number], readonly string[]>> = {
  over_limit: ['tolerance_percent'],
  past_due: ['days', 'grace_days', 'from'],
  broken_promise: ['within_days'],
  account_status: ['statuses'],
};

const accountStatuses = [
  'disputed',
  'promised',
  'plan',
  'hold',
  'bankrupt',
  'legal',
  'agency',
  'written_off',
] as const;

function readExclude(part: Part): CreditPolicy['exclude'] {
  onlyFields(part, ['accounts', 'segments', 'kinds', 'orders_below']);
  return {
    accounts: wordsOf(part, 'accounts', 'numbers of accounts', anyText, []),
    segments: wordsOf(part, 'segments', 'names of segments', anyText, []),
    kinds: wordsOf(part, 'kinds', 'kinds of accounts', anyText, []),
    ordersBelow: wordsOf(part, 'orders_below', 'amounts such as 100.00 USD', amountWord, []),
  };
}

function readRelease(part: Part): Pick<CreditPolicy, 'releaseOnCash' | 'onReturn' | 'releaseDays'> {
  const standard = standardCreditPolicy;
  onlyFields(part, ['on_cash', 'on_return', 'days']);
  return {
    releaseOnCash: wordOf(part, 'on_cash', 'yes or no', yesOrNo, standard.releaseOnCash),
    onReturn: wordOf(part, 'on_return', 'hold, alert', oneOf(['hold', 'alert']), standard.onReturn),
    releaseDays: wordOf(part, 'days', '1 to 366', wholeNumber(1, 366), standard.releaseDays),
  };
}
