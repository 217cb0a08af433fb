/**
 * What is at risk beside the limit, with this order drawn onto it; the words say the same. Where
 * there is no limit there is nothing to fill: a full bar would say that all of it is used up.
 */
import type { WireFigures } from '#areas/credit/contract/orders.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function LimitBar({ figures }: { figures: WireFigures | null }) {
  const t = useWords(words);
  const say = useFigures();
  if (figures === null) return <span className="text-sm text-ink-3">—</span>;
  const { exposure, withOrder, limit, currency } = figures;
  const atRisk = say.money(withOrder, currency);
  if (limit === null) {
    return (
      <span className="block text-sm text-ink-3">{t('bar_no_limit', { exposure: atRisk })}</span>
    );
  }
  const name = t('bar', { exposure: atRisk, limit: say.money(limit, currency) });
  const whole = Math.max(Number(limit), Number(withOrder), 1);
  const share = (amount: string): number => (Math.max(Number(amount), 0) / whole) * 100;
  const over = Number(withOrder) > Number(limit);
  return (
    <span className="block" role="img" aria-label={name}>
      <span className="relative block h-2 rounded-full bg-sunk" aria-hidden>
        <span
          className="absolute inset-y-0 left-0 rounded-full bg-line-strong"
          style={{ width: `${share(withOrder)}%` }}
        />
        <span
          className={`absolute inset-y-0 left-0 rounded-full ${over ? 'bg-late' : 'bg-accent'}`}
          style={{ width: `${share(exposure)}%` }}
        />
      </span>
      <span className="figures block truncate text-sm text-ink-3" aria-hidden>
        {say.amount(withOrder, currency)} / {say.amount(limit, currency)}
      </span>
    </span>
  );
}
