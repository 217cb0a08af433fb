/**
 * `dunlin import FILE --as bank|remittance|card-settlement`: files of banks, payers and card
 * processors from the command line, with the same answer as any import.
 */
import type { Money } from '#kernel/money.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { Facts, Refused } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { oneCompany } from '#areas/team/index.ts';
import { perform } from '#platform/action.ts';
import type { CliDesk, Exit } from '#platform/cli/command.ts';
import { say } from '#platform/cli/say.ts';
import type { Intake } from '../actions/take-in-file.ts';
import { takeInFiles } from '../actions/take-in-files.ts';
import { type FileKind, isTorn } from '../rules/judge-file.ts';
import type { TableMapping } from '../rules/table-mapping.ts';
import { words } from '../words.ts';
import { saidControl } from '../words/control-names.ts';
import { wireTaken } from './preview.ts';
import { type Dropped, type ReadDropped, readDropped } from './read-dropped.ts';

export type ImportHow = {
  readonly as: FileKind | undefined;
  readonly company: string | undefined;
  readonly said: TableMapping;
  readonly json: boolean;
  readonly dryRun: boolean;
};

type Taken = { readonly file: ReadDropped; readonly intake: Intake };

/** Takes the files in; 1 when one was refused, is in quarantine or waits for its account. */
export async function importBankFiles(
  desk: CliDesk,
  dropped: readonly Dropped[],
  how: ImportHow,
): Promise<Exit> {
  const { companyId } = await oneCompany(desk, how.company);
  const read = await readDropped(dropped, { db: desk.db, companyId, said: how.said });
  if (!read.ok) return complain(desk, how, read);
  const names = read.value.map(({ name }) => name);
  const doing = {
    action: 'bank_files.take_in_file',
    actor: desk.actor,
    reason: `import of ${names.join(', ')}`,
    input: { files: read.value.map(({ name, sha256 }) => ({ name, sha256 })), as: how.as ?? null },
    dryRun: how.dryRun,
  };
  const from = {
    companyId,
    companies: 'all',
    source: 'command',
    ...(how.as ? { as: how.as } : {}),
  } as const;
  const done = await perform(desk, doing, (context) => takeInFiles(context, read.value, from));
  if (!done.ok) return complain(desk, how, done);
  const taken = read.value.flatMap((file, index) => {
    const intake = done.value.answer[index];
    return intake ? [{ file, intake }] : [];
  });
  report(desk, how, taken);
  return taken.some(({ intake }) => intake.state !== 'taken_in') ? 1 : 0;
}

type Problem = {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
};

function report(desk: CliDesk, how: ImportHow, taken: readonly Taken[]): void {
  const sum = (pick: (intake: Intake) => number): number =>
    taken.reduce((total, { intake }) => total + pick(intake), 0);
  const rows = taken.reduce((total, { file }) => total + foundIn(file), 0);
  const accepted = sum(({ added, changed }) => added + changed);
  const isIn = taken.filter(({ intake }) => intake.state === 'taken_in');
  const inRows = isIn.reduce((total, { file }) => total + foundIn(file), 0);
  const problems = taken.flatMap((each) => problemsOf(desk, each));
  const counts = { rows, accepted, duplicates: inRows - accepted };
  if (how.json) {
    const files = taken.map(({ file, intake }) => ({ file: file.name, ...shortOf(intake) }));
    desk.print(
      JSON.stringify({
        kind: how.as ?? 'bank',
        ...counts,
        problems,
        controlTotals: totalsOf(taken),
        files,
        dryRun: how.dryRun,
      }),
    );
    return;
  }
  desk.print(say(words, 'bank_files.cli_counts', counts, desk.language));
  for (const { currency, rows: count, moneyIn, moneyOut } of totalsOf(taken)) {
    const facts = { currency, rows: count, moneyIn, moneyOut };
    desk.print(say(words, 'bank_files.cli_total', facts, desk.language));
  }
  for (const { file, line, message, remedy } of problems) {
    desk.complain(`${file}:${line}: ${message} ${remedy}`);
  }
}

function shortOf({ fileId, state, seenBefore, added, changed, disputed }: Intake) {
  return { fileId, state, seenBefore, added, changed, disputed };
}

function foundIn({ neutral }: ReadDropped): number {
  const { statements, remittances, settlements } = neutral;
  const lines = statements.reduce((sum, { transactions }) => sum + transactions.length, 0);
  return settlements.reduce((sum, each) => sum + each.lines.length, lines + remittances.length);
}

/** What keeps a file out, and counts that disagree. */
function problemsOf(desk: CliDesk, { file, intake }: Taken): Problem[] {
  const { failedControls, unknownAccounts, problems } = wireTaken(
    file,
    intake,
    new Map(),
    desk.language,
  );
  const problem = (
    line: number,
    code: string,
    facts: Record<string, string | number>,
  ): Problem => ({
    file: file.name,
    line,
    field: String(facts['what'] ?? ''),
    code,
    message: say(words, code, inWords(facts, desk.language), desk.language),
    remedy: say(words, `${code}_remedy`, facts, desk.language),
  });
  return [
    ...failedControls.map(({ kind, record, what, stated, found }) =>
      problem(record, `bank_files.control_${isTorn({ stated }) ? 'torn' : kind}`, {
        what,
        stated,
        found,
      }),
    ),
    ...unknownAccounts.map(({ shown, currency }) =>
      problem(0, 'bank_files.account_unknown', { account: shown, currency }),
    ),
    ...problems.map(({ record, code, message }) => ({
      file: file.name,
      line: record,
      field: '',
      code,
      message,
      remedy: '',
    })),
  ];
}

/** A figure is a code in an answer for programs, and has a name in a sentence. */
function inWords(facts: Facts, language: Language): Facts {
  const { what } = facts;
  return what === undefined ? facts : { ...facts, what: saidControl(String(what), language) };
}

type Total = {
  readonly currency: string;
  readonly rows: number;
  readonly moneyIn: string;
  readonly moneyOut: string;
};

/** What the files say moved, by currency, to be compared with the bank's own figures. */
function totalsOf(taken: readonly Taken[]): Total[] {
  const amounts = taken.flatMap(({ file: { neutral } }) => [
    ...neutral.statements.flatMap(({ transactions }) =>
      transactions.filter(({ status }) => status === 'booked').map(({ amount }) => amount),
    ),
    ...neutral.remittances.flatMap(({ total }) => (total ? [total] : [])),
    ...neutral.settlements.flatMap(({ lines }) => lines.map(({ net }) => net)),
  ]);
  return [...Map.groupBy(amounts, ({ currency }) => currency)]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([currency, some]) => ({
      currency,
      rows: some.length,
      moneyIn: formatMoney(money(sumOf(some, 1n), currency)),
      moneyOut: formatMoney(money(sumOf(some, -1n), currency)),
    }));
}

function sumOf(amounts: readonly Money[], sign: bigint): bigint {
  return amounts
    .filter(({ minor }) => minor * sign > 0n)
    .reduce((total, { minor }) => total + minor, 0n);
}

function complain(desk: CliDesk, how: ImportHow, { refusal, facts }: Refused<string>): Exit {
  const message = say(words, refusal, facts, desk.language);
  const { record: line = null } = facts;
  if (how.json) {
    desk.print(JSON.stringify({ refused: { code: refusal, message, line, facts } }));
  }
  desk.complain(message);
  return 1;
}
