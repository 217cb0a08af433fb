/** How promised money goes over the marked items, to the cent: the oldest first. */
import { formatMoney, isPositive, parseCurrency, parseMoney } from '#kernel/money.ts';
import { shareMarked } from '#areas/promises/rules/share-marked.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { type MarkedItem, debtsOf } from './ask.ts';
import { words } from './words.ts';

type Props = { items: readonly MarkedItem[]; amount: string; currency: string };

export function SharedOver({ items, amount, currency }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const debts = debtsOf(items, currency);
  const code = parseCurrency(currency);
  const sum = code === undefined ? undefined : parseMoney(amount, code);
  if (debts.length === 0 || sum === undefined || !isPositive(sum)) return null;
  const { shares, beyond } = shareMarked(sum, debts);
  return (
    <div className="text-sm">
      <ul aria-label={t('shared_over')} className="grid gap-1">
        {shares.map(({ itemId, document, dueOn, open, promised }) => (
          <li key={itemId} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
            <span className="truncate">
              {document} <span className="text-ink-3">{figures.day(dueOn)}</span>
            </span>
            <span className="figures">
              {t('share_of', {
                promised: figures.amount(formatMoney(promised), currency),
                open: figures.amount(formatMoney(open), currency),
              })}
            </span>
          </li>
        ))}
      </ul>
      {isPositive(beyond) && (
        <p role="status" className="text-late">
          {t('beyond_marked', { amount: figures.money(formatMoney(beyond), currency) })}
        </p>
      )}
    </div>
  );
}
