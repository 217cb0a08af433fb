/**
 * What a rule asks of an account: where it is, what it is, what it owes.
 *
 * Every part that is given must hold; of a list one is enough. A condition without parts
 * fits every account, which is how a book's last rule catches the rest.
 */
import type { Id } from '#kernel/ids.ts';

/** Amounts in minor units of the company's currency; the upper bound is not included. */
export type Span = { readonly from?: bigint | undefined; readonly below?: bigint | undefined };
/** Both ends count: `A` to `F` takes in every name that begins with an F. */
export type Letters = { readonly from: string; readonly to: string };

export type Condition = {
  readonly states?: readonly string[] | undefined;
  readonly zips?: readonly Letters[] | undefined;
  readonly cities?: readonly string[] | undefined;
  readonly countries?: readonly string[] | undefined;
  readonly segments?: readonly string[] | undefined;
  readonly languages?: readonly string[] | undefined;
  /** Numbers of the customers at the head of a family. */
  readonly families?: readonly string[] | undefined;
  readonly names?: Letters | undefined;
  readonly balance?: Span | undefined;
  readonly overdue?: Span | undefined;
  readonly currencies?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly hasParent?: boolean | undefined;
};

export type AccountFeatures = {
  readonly accountId: Id;
  /** Its number. */
  readonly account: string;
  readonly customerId: Id;
  readonly name: string;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly segment: string | null;
  readonly language: string;
  /** The customer at the head of the family; the account's own when it has no parent. */
  readonly headId: Id;
  readonly head: string;
  readonly kind: string;
  readonly currencies: readonly string[];
  /** In minor units of the company's currency. */
  readonly balance: bigint;
  readonly overdue: bigint;
  /** Something about it waits for somebody today. */
  readonly due: boolean;
  readonly ownerId: Id | null;
  readonly pinned: boolean;
};

/** True when the account has all that the condition asks for. */
export function fits(condition: Condition, account: AccountFeatures): boolean {
  return (
    oneOf(condition.states, account.state) &&
    oneOf(condition.cities, account.city) &&
    oneOf(condition.countries, account.country) &&
    oneOf(condition.segments, account.segment) &&
    oneOf(condition.languages, account.language) &&
    oneOf(condition.families, account.head) &&
    oneOf(condition.kinds, account.kind) &&
    someOf(condition.currencies, account.currencies) &&
    (condition.zips?.some((span) => inLetters(span, account.postalCode)) ?? true) &&
    (condition.names === undefined || inLetters(condition.names, account.name)) &&
    inSpan(condition.balance, account.balance) &&
    inSpan(condition.overdue, account.overdue) &&
    (condition.hasParent ?? isChild(account)) === isChild(account)
  );
}

/** True for an account that belongs to another customer's family. */
export function isChild({ headId, customerId }: AccountFeatures): boolean {
  return headId !== customerId;
}

function oneOf(wanted: readonly string[] | undefined, value: string | null): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  return value !== null && wanted.some((one) => plain(one) === plain(value));
}

function someOf(wanted: readonly string[] | undefined, values: readonly string[]): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  return values.some((value) => oneOf(wanted, value));
}

function inLetters({ from, to }: Letters, text: string | null): boolean {
  if (text === null) return false;
  const [value, last] = [plain(text), plain(to)];
  return value >= plain(from) && value.slice(0, last.length) <= last;
}

function inSpan(span: Span | undefined, amount: bigint): boolean {
  if (span === undefined) return true;
  return (
    (span.from === undefined || amount >= span.from) &&
    (span.below === undefined || amount < span.below)
  );
}

/** Without capitals and accents, so that Ávila stands among the As. */
function plain(text: string): string {
  return text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
