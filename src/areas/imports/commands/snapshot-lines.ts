/** A snapshot on the command line: from our book to the file, currency by currency. */
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import { textTable } from '#platform/cli/table.ts';
import type { wireSnapshot } from '../answers/snapshot.ts';
import { words } from '../words.ts';

type Wire = ReturnType<typeof wireSnapshot>;
type Total = Wire['parts'][number]['totals'][number];

const rows = [
  'opening',
  'fresh',
  'raised',
  'lowered',
  'reappeared',
  'reposted',
  'vanished',
  'closing',
  'unchanged',
  'ahead',
  'kept',
  'file',
] as const satisfies readonly (keyof Total)[];

export function snapshotLines(snapshot: Wire, language: Language): string[] {
  const said = (code: string, facts: Record<string, string | number> = {}): string =>
    say(words, `snapshot.${code}`, facts, language);
  return snapshot.parts.flatMap((part) => {
    const { company, covers, totals, exceptions } = part;
    const head = said(`cli_${covers}`, { company, source: snapshot.source, day: snapshot.asOf });
    const listed = totals.flatMap((total) =>
      rows.map((row) => ({ ...total[row], currency: total.currency, row: said(row) })),
    );
    const table = textTable(
      [
        { title: '', text: (line) => line.row },
        { title: said('count'), right: true, text: (line) => String(line.count) },
        { title: said('amount'), right: true, text: (line) => line.amount },
        { title: said('currency'), text: (line) => line.currency },
      ],
      listed,
    );
    const named = exceptions.map(({ item, why, amount, currency }) =>
      said(`why_${why}`, { item, amount, currency }),
    );
    return [head, table, ...named];
  });
}
