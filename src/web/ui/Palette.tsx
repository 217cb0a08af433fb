/**
 * The command palette: everything the screen can do, everywhere one can go, and whatever the
 * finder finds. It knows no area; the frame hands it what was found.
 */
import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, useId, useState } from 'react';
import { Kbd } from './Kbd.tsx';
import { type KeyBinding, pageKeys } from './keys.ts';
import { words } from './words.ts';
import { useWords } from './say.ts';

export type Found = { id: string; name: string; note?: string; run: () => void };
type Option = Found & { group: string; keys?: string };

type Props = {
  /** `find` puts accounts first; `all` puts commands first. */
  mode: 'find' | 'all';
  typed: string;
  onType: (typed: string) => void;
  /** Rows for what was typed; undefined while they are on their way. */
  found: readonly Found[] | undefined;
  onClose: () => void;
};

export function Palette({ mode, typed, onType, found, onClose }: Props) {
  const t = useWords(words);
  const listId = useId();
  const [at, setAt] = useState(0);
  const [commands] = useState(() => commandsOf(pageKeys()));
  const options = optionsOf({ commands, found: found ?? [], typed, mode, t });
  const here = Math.min(at, options.length - 1);

  function pick(option: Option | undefined): void {
    if (option === undefined) return;
    onClose();
    // After the palette has given the focus back, so that what opens next can take it.
    setTimeout(option.run, 0);
  }
  function press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(here + step, options.length - 1)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(options[here]);
    }
  }

  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[11vh] left-1/2 z-50 flex max-h-[70vh] w-[min(580px,calc(100vw-20px))] -translate-x-1/2 flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-[var(--shadow)]"
        >
          <Radix.Title className="sr-only">{t('palette')}</Radix.Title>
          <input
            autoFocus
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-label={t('palette')}
            aria-activedescendant={options.length > 0 ? `${listId}-${here}` : undefined}
            placeholder={t('palette_hint')}
            value={typed}
            onChange={(event) => {
              onType(event.target.value);
              setAt(0);
            }}
            onKeyDown={press}
            className="border-b border-line bg-transparent px-4 py-3 text-md outline-none placeholder:text-ink-3"
          />
          <OptionList id={listId} options={options} here={here} onPick={pick} onPoint={setAt} />
          {options.length === 0 && found !== undefined && (
            <p className="px-4 py-6 text-center text-ink-2">{t('palette_none', { q: typed })}</p>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ListProps = {
  id: string;
  options: readonly Option[];
  here: number;
  onPick: (option: Option) => void;
  onPoint: (index: number) => void;
};

function OptionList({ id, options, here, onPick, onPoint }: ListProps) {
  return (
    <div id={id} role="listbox" aria-label="" className="overflow-auto py-1.5">
      {options.map((option, index) => (
        <div key={`${option.group}${option.id}`}>
          {option.group !== options[index - 1]?.group && (
            <div role="presentation" className="px-4 pt-2 pb-1 text-xs font-[600] text-ink-3">
              {option.group}
            </div>
          )}
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- The input's. */}
          <div
            id={`${id}-${index}`}
            ref={(element) => {
              if (index === here) element?.scrollIntoView({ block: 'nearest' });
            }}
            role="option"
            tabIndex={-1}
            aria-selected={index === here}
            onClick={() => onPick(option)}
            onMouseMove={() => onPoint(index)}
            className={`flex items-center gap-3 px-4 py-1.5 ${index === here ? 'bg-accent-soft' : ''}`}
          >
            <span className="min-w-0 truncate">{option.name}</span>
            <span className="min-w-0 flex-1 truncate text-sm text-ink-3">{option.note}</span>
            {option.keys !== undefined && <Kbd keys={option.keys} />}
          </div>
        </div>
      ))}
    </div>
  );
}

function commandsOf(keys: readonly KeyBinding[]): readonly KeyBinding[] {
  const byKey = new Map<string, KeyBinding>();
  for (const binding of keys) {
    if (binding.unlisted !== true && binding.group !== 'move') byKey.set(binding.key, binding);
  }
  return [...byKey.values()];
}

type Wish = {
  commands: readonly KeyBinding[];
  found: readonly Found[];
  typed: string;
  mode: 'find' | 'all';
  t: ReturnType<typeof useWords<typeof words>>;
};

function optionsOf({ commands, found, typed, mode, t }: Wish): readonly Option[] {
  const parts = plain(typed).split(' ').filter(Boolean);
  const fits = (binding: KeyBinding): boolean =>
    parts.every((word) => plain(binding.phrase).includes(word));
  const asOption = (binding: KeyBinding): Option => ({
    id: binding.key,
    name: binding.phrase,
    keys: binding.key,
    run: binding.run,
    group: binding.group === 'go' ? t('palette_go') : t('palette_do'),
  });
  const fitting = commands.filter(fits).map(asOption);
  const does = fitting.filter((option) => option.group === t('palette_do'));
  const goes = fitting.filter((option) => option.group === t('palette_go'));
  const accounts = found.map((row) => ({ ...row, group: t('palette_found') }));
  if (mode === 'find') return [...accounts, ...(typed === '' ? goes : [...does, ...goes])];
  return [...does, ...goes, ...accounts];
}

/** Small letters without accents, so that `configuracion` finds `Configuración`. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '');
}
