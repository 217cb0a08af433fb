/** A setting of a list in one line: its name, what is on, and the other choices behind it. */
import { Menu } from './Menu.tsx';

export type Choice<Value extends string> = { value: Value; name: string };

type Props<Value extends string> = {
  label: string;
  on: Value;
  choices: readonly Choice<Value>[];
  onPick: (value: Value) => void;
};

export function Picker<Value extends string>({ label, on, choices, onPick }: Props<Value>) {
  const chosen = choices.find((choice) => choice.value === on);
  return (
    <Menu
      on={on}
      choices={choices}
      onPick={(value) => {
        const picked = choices.find((choice) => choice.value === value);
        if (picked !== undefined) onPick(picked.value);
      }}
      className="flex min-h-8 items-center gap-1.5 rounded-md border border-line bg-surface px-2.5 text-sm whitespace-nowrap hover:border-line-strong"
    >
      <span className="text-ink-3">{label}</span>
      <span className="font-[550]">{chosen?.name ?? on}</span>
      <span aria-hidden className="text-ink-3">
        ▾
      </span>
    </Menu>
  );
}
