/** What a file says, for somebody who decides whether to take it in. */
import { type Control, type NeutralFile, type Statement, holds } from '#formats/neutral.ts';
import { type Currency, type Money, currency, formatMoney, money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { Intake } from '../actions/take-in-file.ts';
import type { WireTaken } from '../contract/files.ts';
import { maskedNumber, numbersMeant } from '../rules/account-number.ts';
import { words } from '../words.ts';
import type { ReadDropped } from './read-dropped.ts';

const linesShown = 12;
const problemsShown = 50;
const controlsShown = 50;

type Names = ReadonlyMap<string, string>;

/** A taken file as it goes over the wire; `names` are our accounts by `number currency`. */
export function wireTaken(
  { name, container, neutral }: ReadDropped,
  intake: Intake,
  names: Names,
  language: Language,
): WireTaken {
  return {
    fileId: intake.fileId,
    fileName: name,
    container,
    format: neutral.format,
    state: intake.state,
    seenBefore: intake.seenBefore,
    found: foundIn(neutral),
    added: intake.added,
    changed: intake.changed,
    disputed: intake.disputed,
    unknownAccounts: intake.unknownAccounts.map(wireUnknown),
    controls: neutral.controls.length,
    failedControls: neutral.controls
      .filter((control) => !holds(control))
      .slice(0, controlsShown)
      .map(wireControl),
    problems: neutral.problems
      .slice(0, problemsShown)
      .map((problem) => wireProblem(problem, language)),
    remittances: neutral.remittances.length,
    settlementLines: neutral.settlements.reduce((sum, { lines }) => sum + lines.length, 0),
    statements: neutral.statements.map((statement) => wireStatement(statement, names)),
  };
}

function foundIn({ statements, remittances, settlements }: NeutralFile): number {
  const listed = statements.reduce((sum, { transactions }) => sum + transactions.length, 0);
  return settlements.reduce((sum, { lines }) => sum + lines.length, listed + remittances.length);
}

export function wireUnknown({ stated, currency: code }: { stated: string; currency: string }) {
  return { stated, shown: maskedNumber(stated), currency: code };
}

export function wireControl(control: Omit<Control, 'record'> & { readonly record: number }) {
  const { kind, what, record, stated, found } = control;
  return { kind, what, record, stated, found, holds: stated === found };
}

/** A problem in words where we have them; a reader's own code else. */
export function wireProblem(
  problem: NeutralFile['problems'][number],
  language: Language,
): WireTaken['problems'][number] {
  const { record, code, facts } = problem;
  const known = code in words;
  const told = Object.entries(facts).map(([key, value]) => `${key} ${value}`);
  const message = known ? say(words, code, facts, language) : [code, ...told].join(' · ');
  return { record, code, message };
}

function wireStatement(statement: Statement, names: Names): WireTaken['statements'][number] {
  const { account, kind, from, to, opening, closing, transactions } = statement;
  const code = currency(statement.currency);
  const known = numbersMeant(account, code).flatMap(
    (number) => names.get(`${number} ${code}`) ?? [],
  );
  const booked = transactions.filter(({ status }) => status === 'booked');
  return {
    account: maskedNumber(account),
    bankAccount: known[0] ?? null,
    currency: code,
    kind,
    from: from ?? null,
    to: to ?? null,
    opening: opening ? formatMoney(opening) : null,
    closing: closing ? formatMoney(closing) : null,
    moneyIn: sumOf(booked, code, (minor) => minor > 0n),
    moneyOut: sumOf(booked, code, (minor) => minor < 0n),
    lines: transactions.length,
    first: transactions.slice(0, linesShown).map((line) => ({
      record: line.record,
      bookedOn: line.bookedOn,
      amount: formatMoney(line.amount),
      currency: line.amount.currency,
      status: line.status,
      channel: line.channel,
      payer: line.payerName ?? '',
      text: line.text.slice(0, 300),
    })),
  };
}

function sumOf(
  lines: readonly { readonly amount: Money }[],
  code: Currency,
  counts: (minor: bigint) => boolean,
): string {
  const minor = lines
    .filter(({ amount }) => counts(amount.minor))
    .reduce((sum, { amount }) => sum + amount.minor, 0n);
  return formatMoney(money(minor, code));
}
