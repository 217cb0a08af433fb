/** The contact log as a file for a spreadsheet or an examiner: CSV or XLSX. */
import type { Language } from '#kernel/words.ts';
import { type Column, csvTable } from '#platform/cli/table.ts';
import { say } from '#platform/cli/say.ts';
import { writeWorkbook } from '#platform/files/write-xlsx.ts';
import type { WireContact } from '../contract/shapes.ts';
import { words } from '../words.ts';

/** One line a contact, with what it broke. */
export async function contactLogFile(
  rows: readonly WireContact[],
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<string | Uint8Array> {
  const columns = columnsOf(language);
  if (format === 'csv') return csvTable(columns, rows);
  const title = say(words, 'gate.log', {}, language);
  return writeWorkbook([
    {
      name: title,
      title: [title],
      columns: columns.map((column) => ({ header: column.title, kind: 'text' as const })),
      rows: rows.map((row) => columns.map((column) => column.text(row))),
    },
  ]);
}

function columnsOf(language: Language): Column<WireContact>[] {
  const text = (key: string): string => say(words, key, {}, language);
  return [
    { title: text('gate.at'), text: (row) => row.at },
    { title: text('gate.account'), text: (row) => row.account },
    { title: text('gate.name'), text: (row) => row.name },
    { title: text('gate.contact'), text: (row) => row.contactName ?? '' },
    { title: text('gate.channel'), text: (row) => text(`channel.${row.channel}`) },
    { title: text('gate.direction'), text: (row) => text(`direction.${row.direction}`) },
    { title: text('gate.result'), text: (row) => text(`result.${row.result}`) },
    { title: text('gate.address'), text: (row) => row.address },
    { title: text('gate.kind'), text: (row) => text(`gate.${row.permitKind}`) },
    { title: text('gate.why'), text: (row) => row.breaches.map(({ id }) => id).join(', ') },
    { title: text('gate.actor'), text: (row) => row.actor },
    { title: 'permit', text: (row) => row.permitId },
  ];
}
