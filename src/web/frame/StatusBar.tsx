/** The proof within reach: how old the data is, whether the totals agree, how the day goes. */
import { Kbd } from '../ui/Kbd.tsx';
import { type Figures, useFigures } from '../ui/figures.ts';
import { type Say, useWords } from '../ui/say.ts';
import { words } from '../words.ts';
import { useDeskState } from './today.ts';

type Props = { onKeys: () => void; onPalette: () => void };

export function StatusBar({ onKeys, onPalette }: Props) {
  const t = useWords(words);
  return (
    <footer
      aria-label={t('status')}
      className="foot flex items-center gap-5.5 overflow-hidden border-t border-line bg-sunk px-4 text-[12px] whitespace-nowrap text-ink-2"
    >
      <DeskState />
      <span className="flex-1" />
      <button type="button" onClick={onKeys} className="hover:text-ink">
        <Kbd keys="?" /> {t('keys')}
      </button>
      <button type="button" onClick={onPalette} className="hover:text-ink">
        <Kbd keys="Ctrl+k" /> {t('anything')}
      </button>
    </footer>
  );
}

/** The figures of the status bar; a phone shows them in its menu. */
export function DeskState() {
  const t = useWords(words);
  const figures = useFigures();
  const { desk, lost } = useDeskState();
  if (lost) return null;
  if (desk === undefined) return <span aria-hidden className="skeleton h-3 w-64" />;
  const { agree, checkedAt } = desk.controlTotals;
  const promised = desk.promisedToday.map((sum) => figures.money(sum.amount, sum.currency));
  return (
    <>
      <span>{age(desk.dataAsOf, t, figures)}</span>
      {checkedAt === null ? (
        <span>{t('totals_unchecked')}</span>
      ) : (
        <span className={agree ? '' : 'font-[600] text-late'} title={figures.moment(checkedAt)}>
          {agree ? t('totals_agree') : t('totals_differ')}
        </span>
      )}
      {desk.left + desk.done > 0 && (
        <span className="figures">{t('left_done', { left: desk.left, done: desk.done })}</span>
      )}
      <span className="figures">
        {promised.length === 0
          ? t('promised_none')
          : t('promised_today', { amounts: promised.join(' · ') })}
      </span>
    </>
  );
}

function age(dataAsOf: string | null, t: Say<typeof words>, figures: Figures): string {
  if (dataAsOf === null) return t('data_none');
  const minutes = Math.floor((Date.now() - new Date(dataAsOf).getTime()) / 60_000);
  if (minutes < 1) return t('data_now');
  if (minutes < 60) return t('data_minutes', { count: minutes });
  if (minutes < 36 * 60) return t('data_hours', { count: Math.floor(minutes / 60) });
  return t('data_since', { day: figures.day(dataAsOf) });
}
