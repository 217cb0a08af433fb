/** Whose work the list shows while one covers: everything, one's own, or one covered person's. */
import { Chips } from '#web/ui/Chips.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './cover-words.ts';
import type { WorkSearch, WorkSearchChange } from './work-search.ts';

type Covered = { memberId: string; name: string; lastOn: string; left: number };
type Props = { search: WorkSearch; onSearch: WorkSearchChange; people: readonly Covered[] };

export function CoverChips({ search, onSearch, people }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  if (people.length === 0) return null;
  return (
    <div className="no-print mb-2.5">
      <Chips
        label={t('covering')}
        on={search.covering}
        onPick={(covering) => onSearch({ covering })}
        chips={[
          { value: 'none', name: t('covering_none') },
          ...people.map(({ memberId, name, lastOn, left }) => ({
            value: memberId,
            name: [
              t('covering_one', { name }),
              t('covering_until', { day: figures.day(lastOn) }),
            ].join(' '),
            count: left,
          })),
        ]}
      />
    </div>
  );
}
