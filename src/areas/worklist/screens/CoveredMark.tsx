/**
 * For whom a covered account is worked, and the first of what its owner left for the cover.
 * The list has room for a first name; the whole one stands in the title.
 */
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
  const whom = (name: string): string =>
    mine ? t('for_owner', { name }) : t('by_cover', { name });
  const name = mine ? covered.owner : covered.cover;
  return (
    <span className="pl-1.5" title={[whom(name), handOver?.text].filter(Boolean).join(': ')}>
      <Tag tone={handOver !== null && !handOver.read ? 'warn' : 'plain'}>
        {whom(name.split(' ')[0] ?? name)}
        {handOver !== null && ' ✎'}
      </Tag>
    </span>
  );
}
