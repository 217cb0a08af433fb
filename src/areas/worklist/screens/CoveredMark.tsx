/** For whom a covered account is worked, and the first of what its owner left for the cover. */
import type { WorkRow } from '#areas/worklist/contract.ts';
import { useReader } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './cover-words.ts';

export function CoveredMark({ row: { covered, handOver } }: { row: WorkRow }) {
  const t = useWords(words);
  const { memberId } = useReader();
  if (covered === null) return null;
  const mine = covered.coverId === memberId;
  return (
    <span className="pl-1.5" title={handOver?.text}>
      <Tag tone={handOver !== null && !handOver.read ? 'warn' : 'plain'}>
        {mine ? t('for_owner', { name: covered.owner }) : t('by_cover', { name: covered.cover })}
        {handOver !== null && ' ✎'}
      </Tag>
    </span>
  );
}
