/** A button that opens a short list of choices, one of them on. */
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export type MenuChoice = { value: string; name: string; note?: string };

type Props = {
  /** What the button shows. */
  children: ReactNode;
  /** Read out before what the button shows; not needed when it shows its own name. */
  label?: string;
  choices: readonly MenuChoice[];
  on: string;
  onPick: (value: string) => void;
  className?: string;
};

const itemLook =
  'flex items-center gap-2 rounded-sm px-2.5 py-1.5 outline-none data-[highlighted]:bg-accent-soft';

export function Menu({ children, label, choices, on, onPick, className = '' }: Props) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger className={className}>
        {label !== undefined && <span className="sr-only">{label}: </span>}
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-[60vh] min-w-44 overflow-auto rounded-md border border-line bg-surface p-1 shadow-[var(--shadow)]"
        >
          <Radix.RadioGroup value={on} onValueChange={onPick}>
            {choices.map((choice) => (
              <Radix.RadioItem key={choice.value} value={choice.value} className={itemLook}>
                <span className="w-3 text-accent">
                  <Radix.ItemIndicator>✓</Radix.ItemIndicator>
                </span>
                <span className="flex-1">{choice.name}</span>
                {choice.note !== undefined && (
                  <span className="text-sm text-ink-3">{choice.note}</span>
                )}
              </Radix.RadioItem>
            ))}
          </Radix.RadioGroup>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
