/**
 * What is out of the ordinary about a paper, and how it goes out.
 *
 * Only exceptions are looked at by a person: a paper without a problem goes the account's own
 * way. One without its own way goes by letter where there is an address, and is told of all the
 * same, so that sent and exceptions together are always what was selected (case P-27).
 */
import type { Instant } from '#kernel/instant.ts';
import type { Currency } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';

export const problemKinds = [
  /** By e-mail, but nobody has an address: printed instead. */
  'no_email',
  /** No postal address, or the post refused it, and no other way. */
  'no_address',
  'address_refused',
  'credit_balance',
  /** Another address than the last one went to. */
  'new_address',
  /** The contact reads another language than the account is kept in. */
  'language_unsure',
  'big_change',
  /** Of an invoice: paid or credited in full already. */
  'nothing_open',
  /** The same amount for the same order, or on the same day without one, was billed already. */
  'billed_twice',
  /** No purchase order on it, where the customer's other invoices have theirs. */
  'no_order_number',
  /** More than twice the largest of a year. */
  'much_larger',
  /** Due before it goes out. */
  'due_already',
  /** The book cannot write it out, and no original is there. */
  'not_written',
] as const;
export type Problem = (typeof problemKinds)[number];

export type Channel = 'email' | 'letter' | 'portal';

export type Balance = { readonly currency: Currency; readonly closing: bigint };

export type PaperFacts = {
  readonly rule: 'email' | 'letter' | 'portal' | 'none';
  readonly language: Language;
  readonly contact: { readonly email: string; readonly language: Language } | null;
  readonly address: { readonly since: Instant; readonly refused: string | null } | null;
  readonly balances: readonly Balance[];
  /** The account's last statement; undefined for the first one. */
  readonly last:
    | {
        readonly toAddress: string;
        readonly channel: Channel | null;
        readonly at: Instant;
        readonly balances: readonly Balance[];
      }
    | undefined;
};

export type Way = { readonly channel: Channel | null; readonly problems: readonly Problem[] };

/** From half to double is a month like others; smaller sums than this are never a big change. */
const smallChange = 1_000_00n;

/** How the paper goes out and everything that a person should know before it does. */
export function wayOut(facts: PaperFacts): Way {
  const { channel, problem } = ownWay(facts);
  const seen: (Problem | false)[] = [
    problem ?? false,
    facts.balances.some(({ closing }) => closing < 0n) && 'credit_balance',
    isNewAddress(facts, channel) && 'new_address',
    channel === 'email' && facts.contact?.language !== facts.language && 'language_unsure',
    changedMuch(facts) && 'big_change',
  ];
  return { channel, problems: seen.filter((each) => each !== false) };
}

/** By e-mail, letter or into the portal, as the account wants it and somebody can be reached. */
export function ownWay({
  rule,
  contact,
  address,
}: Pick<PaperFacts, 'rule' | 'contact' | 'address'>): {
  channel: Channel | null;
  problem?: Problem;
} {
  if (rule === 'portal') return { channel: 'portal' };
  if (rule === 'email' && contact !== null) return { channel: 'email' };
  const noEmail = rule === 'email' ? { problem: 'no_email' as const } : {};
  if (address === null) return { channel: null, problem: 'no_address' };
  if (address.refused !== null) return { channel: null, problem: 'address_refused' };
  return { channel: 'letter', ...noEmail };
}

type Reached = Pick<PaperFacts, 'contact' | 'address'> & {
  readonly last: Pick<NonNullable<PaperFacts['last']>, 'toAddress' | 'channel' | 'at'> | undefined;
};

/** Whether it goes elsewhere than the last one did. */
export function isNewAddress(
  { last, contact, address }: Reached,
  channel: Channel | null,
): boolean {
  if (last === undefined) return false;
  if (channel === 'email' && last.channel === 'email') return last.toAddress !== contact?.email;
  return channel === 'letter' && address !== null && address.since > last.at;
}

function changedMuch({ last, balances }: PaperFacts): boolean {
  if (last === undefined) return false;
  return balances.some(({ currency, closing }) => {
    const before = last.balances.find((each) => each.currency === currency)?.closing ?? 0n;
    const change = abs(closing - before);
    if (change < smallChange || before === 0n) return false;
    return abs(closing) > 2n * abs(before) || 2n * abs(closing) < abs(before);
  });
}

function abs(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}

export type Answer = 'release' | 'hold' | null;

/**
 * Whether an approved run takes the paper out: without a problem, released, or only printed for
 * want of an e-mail address, which is told of and holds nothing up.
 */
export function goesOut({ channel, problems }: Way, answer: Answer): boolean {
  if (channel === null || answer === 'hold') return false;
  return answer === 'release' || problems.every((problem) => problem === 'no_email');
}
