/** Rows of the area as they go over the wire. */
import { formatMoney, money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { WireBankAccount } from '../contract/accounts.ts';
import type { WireBankFile, WireOneFile } from '../contract/files.ts';
import type { WireBankLine, WireOneLine } from '../contract/lines.ts';
import { lineFromJson } from '../rules/money-json.ts';
import type { AwaitedRow } from '../store/files.ts';
import { wireUnknown } from './preview.ts';
import type { AccountRow, ActRow, FileRow, StatementRow } from '../store/list-files.ts';
import type { LineActRow, LineRow, QuestionRow, VersionRow } from '../store/list-lines.ts';

export function wireFile(row: FileRow, language: Language): WireBankFile {
  return {
    fileId: row.file_id,
    company: row.company,
    fileName: row.file_name,
    container: row.container,
    format: row.format,
    receivedAs: row.received_as,
    source: row.source,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    state: row.state,
    statements: row.statements,
    found: row.found,
    added: row.added,
    changed: row.changed,
    controls: row.controls,
    controlsFailed: row.controls_failed,
    problems: row.problems,
    recordedAt: row.recorded_at,
    by: actorName(row.actor, language),
  };
}

export function wireStatementRow(row: StatementRow): WireOneFile['statements'][number] {
  const amount = (minor: bigint) => formatMoney(money(minor, row.currency));
  const { opening_minor: opening, closing_minor: closing, movements_minor: movements } = row;
  return {
    statementId: row.statement_id,
    bankAccount: row.bank_account,
    numberEnd: row.number_end,
    currency: row.currency,
    kind: row.kind,
    from: row.from_on,
    to: row.to_on,
    opening: opening === null ? null : amount(opening),
    closing: closing === null ? null : amount(closing),
    movements: amount(movements),
    lines: row.lines,
    proves: opening === null || closing === null ? null : opening + movements === closing,
    repeats: row.repeats !== null,
  };
}

export function wireAwaited(row: AwaitedRow): WireOneFile['unknownAccounts'][number] {
  const { bank_account_id: bankAccountId, name } = row;
  const registered = bankAccountId === null || name === null ? null : { bankAccountId, name };
  return { ...wireUnknown(row), registered };
}

export function wireAct(row: ActRow | LineActRow, language: Language) {
  const { kind, reason, actor, recorded_at: at } = row;
  return { kind, reason, by: actorName(actor, language), at };
}

export function wireLine(row: LineRow): WireBankLine {
  return {
    lineId: row.line_id,
    bankAccountId: row.bank_account_id,
    bankAccount: row.bank_account,
    fileId: row.file_id,
    fileName: row.file_name,
    record: row.record,
    bookedOn: row.booked_on,
    valueOn: row.value_on,
    amount: formatMoney(money(row.amount_minor, row.currency)),
    currency: row.currency,
    status: row.status,
    listedAs: row.listed_as,
    channel: row.channel,
    code: row.code,
    payerName: row.payer_name,
    checkNumber: row.check_number,
    references: row.refs,
    text: row.said,
    stands: row.stands,
    usedBy: row.used_by,
    versions: row.version,
  };
}

export function wireVersion(row: VersionRow): WireOneLine['versions'][number] {
  return {
    version: row.version,
    bookedOn: row.booked_on,
    amount: formatMoney(money(row.amount_minor, row.currency)),
    status: row.status,
    text: row.said,
    fileName: row.file_name,
    record: row.record,
    at: row.recorded_at,
  };
}

export function wireQuestion(row: QuestionRow): WireOneLine['questions'][number] {
  const line = lineFromJson(row.said);
  return {
    exceptionId: row.exception_id,
    bookedOn: line.bookedOn,
    amount: formatMoney(line.amount),
    currency: line.amount.currency,
    text: line.text,
    fileName: row.file_name,
    decision: row.decision,
    reason: row.reason,
    at: row.recorded_at,
  };
}

export function wireAccount(row: AccountRow): WireBankAccount {
  return {
    bankAccountId: row.bank_account_id,
    company: row.company,
    name: row.name,
    number: `••${row.number_end}`,
    currency: row.currency,
    cashAccount: row.cash_account,
    active: row.active,
    lastStatementTo: row.last_to,
  };
}
