/** Whose figures: a person, a team, a segment, a customer; each narrows what the others left. */
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { metricScopes, type metrics } from '#areas/metrics/contract.ts';
import { teams } from '#areas/metrics/contract/goals.ts';
import { useMembers } from '#areas/team/screens/index.ts';
import type { AnswerOf, QueryOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { type Choice, Picker } from '#web/ui/Picker.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Search = QueryOf<typeof metrics>;
type Props = { search: Search; onSearch: (change: Partial<Search>) => void };
type Customer = AnswerOf<typeof metricScopes>['customers'][number];

export function ScopePickers({ search, onSearch }: Props) {
  const t = useWords(words);
  const people = useMembers();
  const { company, customer } = search;
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed);
  const query = { company, customer, search: sought === '' ? undefined : sought };
  const scopes = useQuery<AnswerOf<typeof metricScopes>>({
    queryKey: ['aging', 'metric-scopes', query],
    placeholderData: (before) => before,
    queryFn: ({ signal }) => call(metricScopes, { query, signal }),
  });
  const grouped = useQuery<AnswerOf<typeof teams>>({
    queryKey: ['aging', 'teams', company],
    queryFn: ({ signal }) => call(teams, { query: { company }, signal }),
  });
  const pick = (name: 'collector' | 'team' | 'segment') => (value: string) =>
    onSearch({ [name]: value === '' ? undefined : value });
  const all = { value: '', name: t('everybody') };
  return (
    <>
      <Picker
        label={t('collector')}
        on={search.collector ?? ''}
        choices={[all, ...people.map(({ memberId, name }) => ({ value: memberId, name }))]}
        onPick={pick('collector')}
      />
      <Some
        label={t('team')}
        on={search.team}
        choices={grouped.data?.rows.map(({ teamId, name }) => ({ value: teamId, name }))}
        all={all}
        onPick={pick('team')}
      />
      <Some
        label={t('segment')}
        on={search.segment}
        choices={scopes.data?.segments.map((segment) => ({ value: segment, name: segment }))}
        all={all}
        onPick={pick('segment')}
      />
      <CustomerField
        key={customer ?? ''}
        chosen={scopes.data?.customers.find(({ customerId }) => customerId === customer)}
        offered={scopes.data?.customers ?? []}
        onType={setTyped}
        onPick={(picked) => onSearch({ customer: picked?.customerId })}
      />
    </>
  );
}

type SomeProps = {
  label: string;
  on: string | undefined;
  choices: readonly Choice<string>[] | undefined;
  all: Choice<string>;
  onPick: (value: string) => void;
};

/** Nothing to choose from is nothing to show. */
function Some({ label, on = '', choices, all, onPick }: SomeProps) {
  if (choices === undefined || (choices.length === 0 && on === '')) return null;
  return <Picker label={label} on={on} choices={[all, ...choices]} onPick={onPick} />;
}

type CustomerProps = {
  chosen: Customer | undefined;
  offered: readonly Customer[];
  onType: (text: string) => void;
  onPick: (customer: Customer | undefined) => void;
};

function CustomerField({ chosen, offered, onType, onPick }: CustomerProps) {
  const t = useWords(words);
  const list = useId();
  const [text, setText] = useState<string | null>(null);
  const change = (next: string): void => {
    setText(next);
    const found = offered.find((customer) => called(customer) === next);
    if (found) onPick(found);
    else if (next === '') onPick(undefined);
    else onType(next);
  };
  return (
    <>
      <input
        type="search"
        list={list}
        aria-label={t('customer')}
        placeholder={t('customer')}
        value={text ?? (chosen ? called(chosen) : '')}
        onChange={(event) => change(event.target.value)}
        className="min-h-8 w-56 rounded-md border border-line bg-surface px-2.5 text-sm placeholder:text-ink-3 hover:border-line-strong max-sm:w-full max-sm:text-[16px]"
      />
      <datalist id={list}>
        {offered.map((customer) => (
          <option key={customer.customerId}>{called(customer)}</option>
        ))}
      </datalist>
    </>
  );
}

function called({ number, name }: Customer): string {
  return `${number} ${name}`.trim();
}
