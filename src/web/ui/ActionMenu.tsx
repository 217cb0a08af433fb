/**
 * A button that opens a short list of things one can do, for what is done seldom. One that
 * cannot be done now stays readable and says why.
 */
import { DropdownMenu as Radix } from 'radix-ui';
import { Kbd } from './Kbd.tsx';
import { say } from './said.ts';

export type MenuAction = {
  name: string;
  run: () => void;
  /** The key that does the same. */
  keys?: string;
  /** Why it cannot be used now. */
  because?: string | undefined;
};

type Props = { label: string; actions: readonly (MenuAction | null | false)[] };

const triggerLook =
  'inline-flex min-h-[32px] items-center gap-1.5 rounded-md border border-line-strong ' +
  'bg-surface px-2.5 font-[550] whitespace-nowrap hover:bg-sunk';
const itemLook =
  'flex items-center gap-3 rounded-sm px-2.5 py-1.5 outline-none ' +
  'data-[highlighted]:bg-accent-soft';

export function ActionMenu({ label, actions }: Props) {
  const shown = actions.filter((action) => action !== null && action !== false);
  if (shown.length === 0) return null;
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger className={triggerLook}>
        {label}
        <span aria-hidden>▾</span>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-52 rounded-md border border-line bg-surface p-1 shadow-[var(--shadow)]"
        >
          {shown.map(({ name, run, keys, because }) => (
            <Radix.Item
              key={name}
              className={`${itemLook} ${because === undefined ? '' : 'text-ink-3'}`}
              title={because}
              onSelect={() =>
                because === undefined ? run() : say({ text: because, tone: 'refused' })
              }
            >
              <span className="flex-1">{name}</span>
              {keys !== undefined && <Kbd keys={keys} />}
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
