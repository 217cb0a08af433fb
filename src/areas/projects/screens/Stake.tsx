/** What a step over many would touch, said before it is done. */
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = {
  stake: { count: number; amounts: readonly { amount: string; currency: string }[] };
};

export function Stake({ stake: { count, amounts } }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const worth = amounts.map(({ amount, currency }) => figures.money(amount, currency)).join(' · ');
  return (
    <p role="status" className="rounded-md bg-sunk px-3 py-2">
      {t('would_touch', { count, worth })}
    </p>
  );
}
