/** Filters of one list as a row of chips: one is on, each shows its count and its digit. */
import type { ReactNode } from 'react';
import { words } from './words.ts';
import { useKeys } from './keys.ts';
import { useWords } from './say.ts';

export type Chip<Value extends string> = { value: Value; name: string; count?: number };

type Props<Value extends string> = {
  label: string;
  chips: readonly Chip<Value>[];
  on: Value | undefined;
  onPick: (value: Value | undefined) => void;
  /** How many rows there are without a filter. */
  all?: number;
  /** There are more than were counted. */
  more?: boolean;
  /** Digits 0 to 9 pick the chips. */
  digits?: boolean;
};

export function Chips<Value extends string>(props: Props<Value>) {
  const { label, chips, on, onPick, all, more = false, digits = false } = props;
  const t = useWords(words);
  const keyed = digits ? chips.slice(0, 9) : [];
  useKeys([
    ...keyed.map((chip, index) => ({
      key: String(index + 1),
      phrase: chip.name,
      run: () => onPick(on === chip.value ? undefined : chip.value),
      group: 'show' as const,
    })),
    ...(digits
      ? [{ key: '0', phrase: t('all'), run: () => onPick(undefined), group: 'show' as const }]
      : []),
  ]);
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-1.5 max-sm:flex-nowrap">
      <ChipButton
        name={t('all')}
        count={all}
        more={more}
        on={on === undefined}
        onPick={() => onPick(undefined)}
      />
      {chips.map((chip) => (
        <ChipButton
          key={chip.value}
          name={chip.name}
          count={chip.count}
          on={on === chip.value}
          onPick={() => onPick(on === chip.value ? undefined : chip.value)}
        />
      ))}
    </div>
  );
}

/** The line of filters above a list: it scrolls on a phone and is left out on paper. */
export function FilterLine({ children }: { children: ReactNode }) {
  return (
    <div className="no-print mb-2.5 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4">
      {children}
    </div>
  );
}

type StateProps<State extends string> = {
  label: string;
  states: readonly State[];
  nameOf: (state: State) => string;
  on: State | undefined;
  onPick: (change: { state: State | undefined }) => void;
  /** How many rows are in each state, once that is known. */
  counts?: readonly { state: State; count: number }[] | undefined;
};

/** A list by its states. */
export function StateChips<State extends string>(props: StateProps<State>) {
  const { label, states, nameOf, on, onPick, counts } = props;
  const by = counts && new Map(counts.map(({ state, count }) => [state, count]));
  return (
    <FilterLine>
      <Chips
        label={label}
        digits
        on={on}
        onPick={(state) => onPick({ state })}
        chips={states.map((state) => ({
          value: state,
          name: nameOf(state),
          ...(by && { count: by.get(state) ?? 0 }),
        }))}
        {...(counts && { all: counts.reduce((sum, { count }) => sum + count, 0) })}
      />
    </FilterLine>
  );
}

type ChipProps = {
  name: string;
  count: number | undefined;
  more?: boolean;
  on: boolean;
  onPick: () => void;
};

function ChipButton({ name, count, more = false, on, onPick }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onPick}
      className={
        'rounded-full border px-2.5 py-[3px] text-sm whitespace-nowrap transition-colors ' +
        (on
          ? 'border-ink bg-ink text-paper'
          : 'border-line bg-surface text-ink-2 hover:border-line-strong hover:text-ink')
      }
    >
      {name}
      {count !== undefined && (
        <b className="figures pl-1 font-[600]">
          {count}
          {more && '+'}
        </b>
      )}
    </button>
  );
}
