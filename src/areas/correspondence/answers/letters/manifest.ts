/** The list that goes with a print file: the first page of each letter, whose it is, its code. */
import type { Language } from '#kernel/words.ts';
import type { Report } from '#platform/cli/report.ts';
import type { Batch } from '../../store/letters.ts';
import type { LoggedLetter } from '../../store/mail-log.ts';
import { letterWords } from '../../words/letters.ts';

export function manifestOf(
  batch: Batch,
  letters: readonly LoggedLetter[],
  language: Language,
): Report {
  const said = (key: keyof typeof letterWords): string => letterWords[key][language];
  return {
    fileName: `letters-${batch.company}-${batch.printedOn}`,
    title: [`${said('manifest.title')} · ${batch.company} · ${batch.printedOn}`, batch.sha256],
    columns: [
      { header: said('manifest.position'), kind: 'count' },
      { header: said('manifest.page'), kind: 'count' },
      { header: said('manifest.pages'), kind: 'count' },
      { header: said('manifest.account'), kind: 'text' },
      { header: said('manifest.address'), kind: 'text' },
      { header: said('manifest.barcode'), kind: 'text' },
      { header: said('manifest.enclosures'), kind: 'text' },
      { header: said('manifest.withdrawn'), kind: 'text' },
    ],
    rows: letters.map((each) => [
      String(each.position),
      String(each.firstPage),
      String(each.pages),
      each.account,
      each.address.join(', '),
      each.tracking ?? '',
      each.enclosures.join(', '),
      each.state === 'withdrawn' ? '×' : '',
    ]),
    totals: [],
    json: { batchId: batch.batchId, sha256: batch.sha256, letters: letters.length },
  };
}
