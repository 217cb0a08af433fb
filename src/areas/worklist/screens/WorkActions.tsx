/** What one can do with the whole list: whose it is, in which order, and the next one. */
import { useMembers } from '#areas/team/screens/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { FilterField } from '#web/ui/FilterField.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { Menu } from '#web/ui/Menu.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import type { WorkSearch, WorkSearchChange } from './work-search.ts';
import { words } from './words.ts';

type Props = {
  search: WorkSearch;
  onSearch: WorkSearchChange;
  onDone: () => void;
  canFinish: boolean;
};

export function WorkActions({ search, onSearch, onDone, canFinish }: Props) {
  const t = useWords(words);
  const may = useMay();
  const bySize = search.sort === 'size';
  const turn = (): void => onSearch({ sort: bySize ? undefined : 'size' });
  useKeys([{ key: 'b', phrase: t(bySize ? 'by_rank' : 'by_size'), run: turn, group: 'show' }]);
  return (
    <>
      <FilterField label={t('find')} value={search.q ?? ''} onFilter={(q) => onSearch({ q })} />
      <StateMenu search={search} onSearch={onSearch} />
      <OwnerMenu search={search} onSearch={onSearch} />
      <Button keys="b" aria-pressed={bySize} onClick={turn} className="max-sm:hidden">
        {t(bySize ? 'by_rank' : 'by_size')}
      </Button>
      <Button
        tone="main"
        keys="n"
        className="max-sm:hidden"
        onClick={onDone}
        because={may('worklist.work') ?? (canFinish ? undefined : t('empty'))}
      >
        {t('done')}
      </Button>
    </>
  );
}

const menuLook =
  'flex min-h-8 items-center gap-2 rounded-md border border-line-strong bg-surface px-2.5 ' +
  'font-[550] whitespace-nowrap hover:bg-sunk';
const states = ['due', 'snoozed', 'done'] as const;

function StateMenu({ search, onSearch }: Pick<Props, 'search' | 'onSearch'>) {
  const t = useWords(words);
  return (
    <Menu
      label={t('state')}
      on={search.state}
      onPick={(state) => onSearch({ state: states.find((known) => known === state) })}
      choices={states.map((state) => ({ value: state, name: t(`state_${state}`) }))}
      className={menuLook}
    >
      {t(`state_${search.state}`)}
      <Down />
    </Menu>
  );
}

function OwnerMenu({ search, onSearch }: Pick<Props, 'search' | 'onSearch'>) {
  const t = useWords(words);
  const people = useMembers();
  const choices = [
    { value: 'me', name: t('owner_me') },
    { value: 'all', name: t('owner_all') },
    { value: 'nobody', name: t('owner_nobody') },
    ...people.map((person) => ({ value: person.memberId, name: person.name })),
  ];
  const on = choices.find((choice) => choice.value === search.owner);
  return (
    <Menu
      label={t('owner')}
      choices={choices}
      on={search.owner}
      onPick={(owner) => onSearch({ owner: owner === 'me' ? undefined : owner })}
      className={menuLook}
    >
      {on?.name ?? t('owner_me')}
      <Down />
    </Menu>
  );
}

function Down() {
  return (
    <span aria-hidden className="text-ink-3">
      ▾
    </span>
  );
}
