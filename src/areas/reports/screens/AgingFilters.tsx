/** How the aging is cut: by whom, counted from which day, in which buckets, only which. */
import { agingBy, agingFlag } from '#areas/reports/contract.ts';
import { useMembers } from '#areas/team/screens/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { FilterField } from '#web/ui/FilterField.tsx';
import { type Choice, Picker } from '#web/ui/Picker.tsx';
import { type Say, useWords } from '#web/ui/say.ts';
import { type AgingSearch, type AgingSearchChange, bucketSets } from './aging-search.ts';
import { words } from './words.ts';

type Props = { search: AgingSearch; onSearch: AgingSearchChange };

export function AgingFilters({ search, onSearch }: Props) {
  const t = useWords(words);
  return (
    <div className="no-print mb-2.5 flex flex-wrap items-center gap-2 max-sm:-mx-4 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-4 max-sm:pb-1">
      <Picker
        label={t('by')}
        on={search.by}
        choices={agingBy.options.map((value) => ({ value, name: t(`by_${value}`) }))}
        onPick={(by) => onSearch({ by, sort: undefined, direction: undefined })}
      />
      <Picker
        label={t('basis')}
        on={search.basis}
        choices={[
          { value: 'due', name: t('basis_due') },
          { value: 'invoice', name: t('basis_invoice') },
        ]}
        onPick={(basis) => onSearch({ basis })}
      />
      <Picker
        label={t('buckets')}
        on={search.buckets}
        choices={bucketChoices(search.buckets, t)}
        onPick={(buckets) => onSearch({ buckets, sort: undefined })}
      />
      <CollectorPicker search={search} onSearch={onSearch} />
      <Picker
        label={t('flag')}
        on={search.flag ?? ''}
        choices={[
          { value: '' as const, name: t('flag_any') },
          ...agingFlag.options.map((value) => ({ value, name: t(`flag_${value}`) })),
        ]}
        onPick={(flag) => onSearch({ flag: flag === '' ? undefined : flag })}
      />
      {(search.family ?? search.customer) !== undefined && (
        <Button onClick={() => onSearch({ family: undefined, customer: undefined })}>
          {t('clear')}
        </Button>
      )}
      <span className="flex-1" />
      <FilterField label={t('find')} value={search.q ?? ''} onFilter={(q) => onSearch({ q })} />
    </div>
  );
}

function CollectorPicker({ search, onSearch }: Props) {
  const t = useWords(words);
  const people = useMembers();
  return (
    <Picker
      label={t('collector')}
      on={search.collector ?? ''}
      choices={[
        { value: '', name: t('flag_any') },
        { value: 'none', name: t('nobody') },
        ...people.map(({ memberId, name }) => ({ value: memberId, name })),
      ]}
      onPick={(collector) => onSearch({ collector: collector === '' ? undefined : collector })}
    />
  );
}

/** The named sets, and the one of the address when it has no name. */
function bucketChoices(on: string, t: Say<typeof words>): readonly Choice<string>[] {
  const named: Choice<string>[] = (
    ['standard', 'quarter', 'weekly', 'predue', 'long'] as const
  ).map((name) => ({ value: bucketSets[name], name: t(`buckets_${name}`) }));
  return named.some((choice) => choice.value === on)
    ? named
    : [...named, { value: on, name: on.replaceAll(',', ' · ') }];
}
