/** The journal entries behind an item: debit, credit, amount, with day, person and reason. */
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useServerWords } from '#web/ui/readable.ts';
import { useWords } from '#web/ui/say.ts';
import type { History } from './ItemPanel.tsx';
import { chartWords } from './chart-words.ts';
import { words } from './words.ts';

export function Entries({ entries }: Pick<History, 'entries'>) {
  const t = useWords(words);
  return (
    <section>
      <h2 className="mb-1.5">{t('entries')}</h2>
      <ol className="grid gap-3">
        {entries.map((entry) => (
          <Entry key={entry.entryId} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry }: { entry: History['entries'][number] }) {
  const t = useWords(words);
  const figures = useFigures();
  const account = useChartName();
  const posted = entry.postedOn === entry.effectiveOn ? '' : figures.day(entry.postedOn);
  return (
    <li className="rounded-md border border-line">
      <p className="flex flex-wrap gap-x-3 border-b border-line bg-sunk px-3 py-1.5 text-sm">
        <span className="font-[600]">{figures.day(entry.effectiveOn)}</span>
        <span>{entry.reason}</span>
        {posted !== '' && <span className="text-warn">{t('posted', { day: posted })}</span>}
        <span className="text-ink-3">
          {t('recorded', { moment: figures.moment(entry.recordedAt), actor: entry.actor })}
        </span>
      </p>
      <table className="w-full table-fixed text-sm">
        <thead className="sr-only">
          <tr>
            <th>{t('debit')}</th>
            <th>{t('credit')}</th>
            <th>{t('amount')}</th>
          </tr>
        </thead>
        <tbody>
          {entry.lines.map((line) => (
            <tr key={`${line.debit}${line.credit}${line.amount}`}>
              <td className="px-3 py-1" title={line.debit}>
                {account(line.debit)}
              </td>
              <td className="px-3 py-1 text-ink-2" title={line.credit}>
                {account(line.credit)}
              </td>
              <td className="num px-3 py-1">
                <Amount value={line.amount} currency={line.currency} named />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}

/** The name of a journal account; a company's own account keeps its code. */
function useChartName(): (code: string) => string {
  const say = useServerWords(chartWords);
  return (code) => say(code) ?? code;
}
