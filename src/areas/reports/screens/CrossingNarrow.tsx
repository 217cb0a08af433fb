/** A crossing on a phone: who and how much, which document went where. */
import { Amount } from '#web/ui/Amount.tsx';
import { useBucketName } from '#web/ui/buckets.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import type { Crossing } from './crossing-columns.tsx';
import { words } from './words.ts';

export function CrossingNarrow({ row }: { row: Crossing }) {
  const t = useWords(words);
  const bucket = useBucketName();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      <span className="text-right">
        <Amount value={row.open} currency={row.currency} strong named />
      </span>
      <span className="truncate text-sm text-ink-2">
        {row.document} · {bucket(row.fromBucket)} → {bucket(row.toBucket)}
      </span>
      <span className="text-right">
        {row.answer !== null && <Tag tone="good">{t(`answer_${row.answer}`)}</Tag>}
      </span>
    </span>
  );
}
