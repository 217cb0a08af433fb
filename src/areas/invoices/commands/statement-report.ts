/** `dunlin report statement`: one account's statement, as data or as the letter it gets. */
import { Unfit, WrongUsage } from '#platform/cli/command.ts';
import { dayOption, readOptions } from '#platform/cli/options.ts';
import type { NamedReport, Report, ReportRow } from '#platform/cli/report.ts';
import { say } from '#platform/cli/say.ts';
import { accountsNumbered } from '#areas/customers/index.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { type StatementAnswer, readStatement, statementPdf } from '../answers/statement.ts';
import { words } from '../words.ts';

const options = {
  account: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  company: { type: 'string' },
} as const;

export const statementReport: NamedReport = {
  name: 'statement',
  usage: '--account NUMBER [--from DAY] [--to DAY] [--company CODE]',
  summary: {
    en: 'A statement of account; as a PDF in the customer’s language',
    es: 'Un estado de cuenta; en PDF, en el idioma del cliente',
  },
  async make(args, desk): Promise<Report> {
    const values = readOptions(args, options);
    if (values.account === undefined) {
      throw new WrongUsage({
        en: '--account takes the account’s number',
        es: '--account lleva el número de la cuenta',
      });
    }
    await companiesNamed(desk, values.company);
    const accounts = await accountsNumbered(desk.db, values.account, values.company);
    const [account] = accounts;
    if (!account || accounts.length > 1) {
      const code = account ? 'invoices.several_accounts' : 'invoices.no_account_numbered';
      throw new Unfit(code, say(words, code, { number: values.account }, desk.language));
    }
    const period = {
      from: dayOption('from', values.from),
      to: dayOption('to', values.to) ?? desk.clock.today(),
    };
    const read = await readStatement(desk.db, account.accountId, period);
    if (!read.ok) {
      throw new Unfit(read.refusal, say(words, read.refusal, read.facts, desk.language));
    }
    const { language, ...answer } = read.value;
    const said = (code: string, facts = {}): string => say(words, code, facts, desk.language);
    return {
      fileName: `statement-${answer.account}-${answer.to}`,
      title: [
        `${said('statement.title')} · ${answer.account} ${answer.name}`,
        said('statement.period', { from: answer.from, to: answer.to }),
      ],
      columns: [
        { header: said('statement.date'), kind: 'day' },
        { header: said('statement.document'), kind: 'text' },
        { header: said('statement.what'), kind: 'text' },
        { header: said('statement.due'), kind: 'day' },
        { header: said('statement.currency'), kind: 'text' },
        { header: said('statement.amount'), kind: 'amount' },
        { header: said('statement.balance'), kind: 'amount' },
      ],
      rows: answer.currencies.flatMap((part) => rowsOf(part, said)),
      totals: [],
      json: answer,
      own: { pdf: () => statementPdf(desk.db, answer, account.accountId, language) },
    };
  },
};

function rowsOf(
  part: StatementAnswer['currencies'][number],
  said: (code: string) => string,
): ReportRow[] {
  const { currency, opening, closing, lines } = part;
  return [
    ['', '', said('statement.opening'), '', currency, '', opening],
    ...lines.map(({ on, document, kind, dueOn, amount, running }) => [
      on,
      document,
      said(`kind.${kind}`),
      dueOn ?? '',
      currency,
      amount,
      running,
    ]),
    ['', '', said('statement.closing'), '', currency, '', closing],
  ];
}
