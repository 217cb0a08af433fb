/** A lockbox list at the door of tables; its figures count every check once. */
import { accept } from '#kernel/outcome.ts';
import { type TableReader, tableFile } from '../tables/table-reader.ts';
import { lockboxFigures, looksLikeLockbox, readLockboxTable } from './read.ts';

export const lockboxTable: TableReader = {
  format: 'lockbox-table',
  recognises: looksLikeLockbox,
  read(table, said) {
    const read = readLockboxTable(table, said);
    if (!read.ok) return read;
    const { statements, problems, questions, mapping } = read.value;
    const neutral = {
      format: 'lockbox-table',
      statements,
      remittances: [],
      settlements: [],
      controls: [],
      problems,
    };
    const figures = { ...lockboxFigures(statements), questions };
    return accept(tableFile(table, { neutral, figures, questions, mapping }));
  },
};
