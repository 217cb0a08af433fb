/** An item on a phone: document and what is open, due day and what stands in the way. */
import type { Item } from '#areas/ledger/contract.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { ItemMarks } from './ItemMarks.tsx';
import { words } from './words.ts';

export function ItemNarrow({ item }: { item: Item }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{item.document}</span>
      <span className="text-right">
        <Amount value={item.open} currency={item.currency} strong named />
      </span>
      <span className="text-sm text-ink-2">
        {item.side === 'credit'
          ? figures.day(item.dueOn)
          : `${t('due')} ${figures.day(item.dueOn)} · ${figures.fromToday(item.dueOn)}`}
      </span>
      <ItemMarks item={item} />
    </span>
  );
}
