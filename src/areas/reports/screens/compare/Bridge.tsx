/** From opening to closing as a table: numbers first, a small bar beside each for its size. */
import type { CompareRow } from '#areas/reports/contract/compare.ts';
import { Amount, signOf } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { type OpenFigure, bridgeFigures } from './figures.ts';
import { words } from './words.ts';

type Sums = Pick<CompareRow, (typeof bridgeFigures)[number] | 'late' | 'change' | 'currency'>;
type Props = { sums: Sums; onOpen: (figure: OpenFigure) => void };

export function Bridge({ sums, onOpen }: Props) {
  const t = useWords(words);
  const { currency } = sums;
  const most = Math.max(...bridgeFigures.map((name) => size(sums[name])));
  return (
    <table className="w-full text-sm">
      <caption className="pb-1.5 text-left font-[600]">
        {t('bridge')} · {currency}
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('figure')}</th>
          <th scope="col">{t('amount')}</th>
          <th scope="col">{t('share')}</th>
        </tr>
      </thead>
      <tbody>
        {bridgeFigures.map((name) => (
          <tr key={name} className="border-t border-line">
            <th scope="row" className="py-1 pr-3 text-left font-[450]">
              {t(name)}
            </th>
            <td className="py-1 text-right">
              <FigureButton
                name={t(name)}
                value={sums[name]}
                currency={currency}
                strong={name === 'opening' || name === 'closing'}
                onOpen={() => onOpen({ figure: name, currency })}
              />
              {name === 'corrections' && signOf(sums.late) !== 0 && (
                <span className="block text-2xs text-ink-3">
                  {t('late')}{' '}
                  <FigureButton
                    name={t('late')}
                    value={sums.late}
                    currency={currency}
                    onOpen={() => onOpen({ figure: 'late', currency })}
                  />
                </span>
              )}
            </td>
            <td aria-hidden className="w-[34%] py-1 pl-3">
              <span className="block h-2 rounded-[3px] bg-sunk">
                <i
                  className={`block h-full rounded-[3px] ${colour(name, sums[name])}`}
                  style={{ width: `${most === 0 ? 0 : (size(sums[name]) / most) * 100}%` }}
                />
              </span>
            </td>
          </tr>
        ))}
        <tr className="border-t border-line-strong font-[600]">
          <th scope="row" className="py-1 text-left">
            {t('change')}
          </th>
          <td className="py-1 text-right">
            <Amount value={sums.change} currency={currency} strong />
          </td>
          <td aria-hidden />
        </tr>
      </tbody>
    </table>
  );
}

type ButtonProps = {
  name: string;
  value: string;
  currency: string;
  strong?: boolean;
  onOpen: () => void;
};

/** A figure that opens to its rows; zero has none and is only written. */
export function FigureButton({ name, value, currency, strong = false, onOpen }: ButtonProps) {
  const t = useWords(words);
  const figures = useFigures();
  const amount = <Amount value={value} currency={currency} strong={strong} />;
  if (signOf(value) === 0) return amount;
  const label = t('open_figure', { figure: name, amount: figures.amount(value, currency) });
  return (
    <button type="button" aria-label={label} className="link" onClick={onOpen}>
      {amount}
    </button>
  );
}

/** The length of a bar; a picture, for which a float is precise enough. */
function size(amount: string): number {
  return Math.abs(Number(amount));
}

function colour(name: string, amount: string): string {
  if (name === 'opening' || name === 'closing') return 'bg-accent';
  return signOf(amount) < 0 ? 'bg-b1' : 'bg-b4';
}
