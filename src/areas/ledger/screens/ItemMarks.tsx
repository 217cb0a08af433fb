/** What stands in the way of an item: a dispute, a promise, a credit without a home. */
import type { Item } from '#areas/ledger/contract.ts';
import { signOf } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useToday } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

export function ItemMarks({ item }: { item: Item }) {
  const t = useWords(words);
  const figures = useFigures();
  const today = useToday();
  const { promisedOn } = item;
  return (
    <span className="flex gap-1 overflow-hidden">
      {item.disputed && <Tag tone="warn">{t('disputed')}</Tag>}
      {promisedOn !== null && promisedOn < today && <Tag tone="late">{t('promise_passed')}</Tag>}
      {promisedOn !== null && promisedOn >= today && (
        <Tag tone="good">{t('promised', { day: figures.day(promisedOn) })}</Tag>
      )}
      {item.side === 'credit' && signOf(item.open) < 0 && <Tag tone="warn">{t('not_applied')}</Tag>}
      {item.instalment !== null && <Tag>{t('instalment', { number: item.instalment })}</Tag>}
    </span>
  );
}
