/**
 * Bank CSV and XLSX at the door of tables: `statements` when everything is known, questions
 * when something has to be said first.
 */
import { formatMoney, money } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { type Statement } from '../neutral.ts';
import { type TableReader, tableFile } from '../tables/table-reader.ts';
import { readBankTable } from './read.ts';
import { looksLikeBankTable } from './recognise.ts';

export const bankTable: TableReader = {
  format: 'bank-table',
  recognises: looksLikeBankTable,
  read(table, said) {
    const read = readBankTable(table, said);
    if (!read.ok) return read;
    const { statements, controls, problems, questions, mapping } = read.value;
    const neutral = {
      format: 'bank-table',
      statements,
      remittances: [],
      settlements: [],
      controls,
      problems,
    };
    const figures = { statements: statements.map(figuresOf), questions };
    return accept(tableFile(table, { neutral, figures, questions, mapping }));
  },
};

/** A statement in figures: how many movements, what came in, what went out. */
function figuresOf(statement: Statement): Readonly<Record<string, unknown>> {
  const sum = (sign: 1n | -1n): string => {
    const minor = statement.transactions
      .map(({ amount }) => amount.minor)
      .filter((each) => each * sign > 0n)
      .reduce((total, each) => total + each, 0n);
    return formatMoney(money(minor * sign, statement.currency));
  };
  return {
    account: statement.account,
    currency: statement.currency,
    transactions: statement.transactions.length,
    credits: sum(1n),
    debits: sum(-1n),
    ...(statement.opening === undefined ? {} : { opening: formatMoney(statement.opening) }),
    ...(statement.closing === undefined ? {} : { closing: formatMoney(statement.closing) }),
  };
}
