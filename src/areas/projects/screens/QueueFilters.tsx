/** Which findings the queue shows: their kind, their state, whose they are. */
import { useMembers } from '#areas/team/screens/index.ts';
import {
  findingKinds,
  findingStates,
  type findings,
  type WireFinding,
} from '#areas/projects/contract.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { Picker } from '#web/ui/Picker.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Search = QueryOf<typeof findings>;
type Props = {
  search: Search;
  kinds: readonly { kind: WireFinding['kind']; count: number }[];
  onSearch: (change: {
    kind?: Search['kind'] | undefined;
    state?: Search['state'] | undefined;
    owner?: string | undefined;
  }) => void;
};

const states = ['standing', 'answered', ...findingStates] as const;

export function QueueFilters({ search, kinds, onSearch }: Props) {
  const t = useWords(words);
  const f = useWords(areaWords);
  const people = useMembers();
  const counts = new Map<string, number>();
  for (const { kind, count } of kinds) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const shown = findingKinds.filter((kind) => counts.has(kind) || kind === search.kind);
  return (
    <div className="no-print mb-2 flex flex-wrap gap-2">
      <Picker
        label={t('kinds')}
        on={search.kind ?? ''}
        choices={[
          { value: '', name: t('any_kind') },
          ...shown.map((value) => ({
            value,
            name: `${f(`finding.${value}`)} (${counts.get(value) ?? 0})`,
          })),
        ]}
        onPick={(value) => onSearch({ kind: value === '' ? undefined : value })}
      />
      <Picker
        label={t('state')}
        on={search.state}
        choices={states.map((value) => ({ value, name: t(`state_${value}`) }))}
        onPick={(value) => onSearch({ state: value === 'standing' ? undefined : value })}
      />
      <Picker
        label={t('whose')}
        on={search.owner ?? ''}
        choices={[
          { value: '', name: t('everybodys') },
          { value: 'me', name: t('mine') },
          ...people.map((person) => ({ value: person.memberId, name: person.name })),
        ]}
        onPick={(value) => onSearch({ owner: value === '' ? undefined : value })}
      />
    </div>
  );
}
