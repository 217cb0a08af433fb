/** The list by the kinds of work that it holds; a kind without work takes no room. */
import { type WorkKind, workKinds } from '#areas/worklist/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { Chips } from '#web/ui/Chips.tsx';
import { useWords } from '#web/ui/say.ts';
import type { WorkSearch, WorkSearchChange } from './work-search.ts';
import { words } from './words.ts';

type First = {
  count: number;
  left: number;
  capped: boolean;
  kinds: readonly { kind: WorkKind; count: number }[];
};
type Props = { search: WorkSearch; onSearch: WorkSearchChange; first: First | undefined };

export function WorkFilters({ search, onSearch, first }: Props) {
  const t = useWords(words);
  const counts = new Map(first?.kinds.map(({ kind, count }) => [kind, count]));
  const shown = workKinds.filter((kind) => kind === search.kind || (counts.get(kind) ?? 0) > 0);
  const bySize = search.sort === 'size';
  return (
    <div className="no-print mb-2.5 max-sm:-mx-4 max-sm:flex max-sm:items-center max-sm:gap-1.5 max-sm:overflow-x-auto max-sm:px-4">
      <Chips
        label={t('kinds')}
        digits
        on={search.kind}
        onPick={(kind) => onSearch({ kind })}
        chips={shown.map((kind) => ({
          value: kind,
          name: t(`kind_${kind}`),
          ...(first === undefined ? {} : { count: counts.get(kind) ?? 0 }),
        }))}
        {...(first === undefined || search.state !== 'due'
          ? {}
          : { all: first.left, more: first.capped })}
      />
      {/* On a phone the order stands with the filters; there is no room for it above. */}
      <Button
        tone="quiet"
        aria-pressed={bySize}
        onClick={() => onSearch({ sort: bySize ? undefined : 'size' })}
        className="text-sm sm:hidden"
      >
        {t(bySize ? 'by_rank' : 'by_size')}
      </Button>
    </div>
  );
}
