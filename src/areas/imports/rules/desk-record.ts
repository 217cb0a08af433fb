/**
 * A record of the desk as a file states it, before anybody looked up whose it is.
 *
 * Outside numbers and names are kept as they stand; the account, the invoice and the person
 * behind them are found when it is taken in.
 */
import type { Day } from '#kernel/day.ts';
import type { Money } from '#kernel/money.ts';
import type { DeskKind } from './desk-kinds.ts';

export type PromiseEnd = 'kept' | 'partly' | 'broken' | 'withdrawn';

export type DeskRecord = {
  readonly line: number;
  readonly kind: DeskKind;
  readonly externalId: string | undefined;
  readonly company: string | undefined;
  readonly customerNumber: string;
  /** Numbers of the invoices that it is about. */
  readonly numbers: readonly string[];
  /** Of a contact: its name. Of a note: who wrote it. Of a promise: who promised. */
  readonly who: string | undefined;
  readonly role: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly language: 'en' | 'es' | undefined;
  readonly zone: string | undefined;
  /** A log-in, an e-mail address or the name of a person of the desk. */
  readonly owner: string | undefined;
  /** The note, the reason of a dispute, the next action. */
  readonly text: string | undefined;
  readonly amount: Money | undefined;
  readonly received: Money | undefined;
  readonly method: string | undefined;
  /** When it was written, promised or disputed. */
  readonly on: Day | undefined;
  readonly dueOn: Day | undefined;
  readonly end: PromiseEnd | undefined;
  readonly endedOn: Day | undefined;
};

/** Where it stood, for what is said about it. */
export type DeskRow = DeskRecord & { readonly file: string };

/** What makes two records the same one when they carry no id: short enough for an index. */
export function naturalKey(record: DeskRecord): string {
  const { kind, who, email, on, dueOn, text, amount, numbers } = record;
  const parts: Readonly<Record<DeskKind, readonly (string | undefined)[]>> = {
    contacts: [email?.toLowerCase() ?? who],
    owners: [],
    notes: [on, who, String(text?.length ?? 0), text],
    promises: [dueOn, amount?.currency, amount?.minor.toString(), numbers.join(',')],
    disputes: [numbers.join(','), on],
    'next-actions': [dueOn, text],
  };
  return parts[kind]
    .map((part) => part ?? '')
    .join('|')
    .slice(0, 400);
}

/** Everything that a record says, to see whether it came differently. */
export function contentOf(record: DeskRecord): string {
  const { line: _line, ...said } = record;
  return JSON.stringify(said, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}
