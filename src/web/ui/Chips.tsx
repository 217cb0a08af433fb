/** Filters of one list as a row of chips: one is on, each shows its count and its digit. */
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
