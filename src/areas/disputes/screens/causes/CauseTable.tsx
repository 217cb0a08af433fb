/** The Pareto as a table: a bar for each cause, the few that matter marked, each opens its rows. */
import type { WireCauses } from '#areas/disputes/contract/causes.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { WideTable } from '#web/ui/WideTable.tsx';
import { sideNames } from '../../words/causes.ts';
import { causeNames } from '../../words/names.ts';
import type { OpenedCause } from './CauseRows.tsx';
import { words } from './words.ts';

type Props = {
  found: WireCauses;
  opened: OpenedCause | null;
  onOpen: (cause: OpenedCause) => void;
};

const head = 'px-2 py-1.5 text-left text-sm font-[550] text-ink-2';
const cell = 'border-t border-line px-2 py-1.5';

export function CauseTable({ found, opened, onOpen }: Props) {
  const t = useWords(words);
  return (
    <section className="grid gap-2">
      <p className="max-w-[72ch] text-sm text-ink-2">{t('why')}</p>
      <WideTable label={t('pareto')} framed>
        <thead>
          <tr>
            <th className={head}>{t('cause')}</th>
            <th className={head}>{t('whose')}</th>
            <th className={`${head} text-right`}>{t('cases')}</th>
            <th className={`${head} text-right`}>{t('items')}</th>
            <th className={`${head} text-right`}>{t('amount')}</th>
            <th className={`${head} w-[28%] min-w-40`}>{t('share')}</th>
            <th className={`${head} text-right`}>{t('running')}</th>
          </tr>
        </thead>
        <tbody>
          {found.lines.map((line) => (
            <Line
              key={line.cause}
              line={line}
              currency={found.currency ?? ''}
              open={opened === line.cause}
              onOpen={() => onOpen(line.cause)}
            />
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}

type LineProps = {
  line: WireCauses['lines'][number];
  currency: string;
  open: boolean;
  onOpen: () => void;
};

function Line({ line, currency, open, onOpen }: LineProps) {
  const figures = useFigures();
  const language = useLanguage();
  return (
    <tr className={open ? 'bg-accent-soft' : ''}>
      <td className={cell}>
        <button type="button" aria-pressed={open} className="link text-left" onClick={onOpen}>
          {causeNames[line.cause][language]}
        </button>
      </td>
      <td className={`${cell} text-sm text-ink-2`}>{sideNames[line.side][language]}</td>
      <td className={`${cell} figures text-right`}>{figures.number(line.disputes)}</td>
      <td className={`${cell} figures text-right`}>{figures.number(line.items)}</td>
      <td className={`${cell} text-right`}>
        <Amount value={line.amount} currency={currency} strong={line.vital} named />
      </td>
      <td className={cell}>
        <Share pct={line.sharePct} vital={line.vital} />
      </td>
      <td className={`${cell} figures text-right text-sm`}>
        {figures.percent(Math.round(Number(line.runningPct)))}
      </td>
    </tr>
  );
}

function Share({ pct, vital }: { pct: string; vital: boolean }) {
  const figures = useFigures();
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="h-2.5 flex-1 rounded-sm bg-sunk">
        <span
          className={`block h-full rounded-sm ${vital ? 'bg-accent' : 'bg-line-strong'}`}
          style={{ width: `${pct}%` }}
        />
      </span>
      <span className="figures w-12 text-right text-sm">
        {figures.percent(Math.round(Number(pct)))}
      </span>
    </span>
  );
}
