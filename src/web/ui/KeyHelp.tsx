/** The keys of the screen that is open, opened with `?`; and the hint while `g` waits. */
import { useState, useSyncExternalStore } from 'react';
import { Dialog } from './Dialog.tsx';
import { Kbd } from './Kbd.tsx';
import { useKeymap } from './keymap.ts';
import {
  type KeyBinding,
  type KeyGroup,
  pageKeys,
  pendingKey,
  useKeys,
  watchKeys,
} from './keys.ts';
import { words } from './words.ts';
import { useWords } from './say.ts';

const groups: readonly KeyGroup[] = ['do', 'show', 'move', 'go'];

/** Listens for `?`; mounted once, by the frame. */
export function KeyHelp({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  const t = useWords(words);
  useKeys([{ key: '?', phrase: t('keys_title'), run: () => onOpen(true), group: 'show' }]);
  return open ? <KeyList onClose={() => onOpen(false)} /> : <PendingHint />;
}

function KeyList({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const keymap = useKeymap();
  const [keys] = useState(() => listed(pageKeys()));
  return (
    <Dialog title={t('keys_title')} onClose={onClose} shape="wide">
      {!keymap.letters && <p className="mb-3 text-ink-2">{t('keys_off')}</p>}
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {groups.map((group) => (
          <KeyTable
            key={group}
            title={t(`keys_${group}`)}
            keys={keys.filter((binding) => (binding.group ?? 'do') === group)}
          />
        ))}
      </div>
    </Dialog>
  );
}

function KeyTable({ title, keys }: { title: string; keys: readonly KeyBinding[] }) {
  if (keys.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{title}</h2>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5 max-sm:grid-cols-1">
        {keys.map((binding) => (
          <div key={binding.key} className="contents">
            <dt className="min-w-12 max-sm:hidden">
              <Kbd keys={binding.key} />
            </dt>
            <dd>{binding.phrase}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The last registration of a key wins, as it does at the keyboard. */
function listed(keys: readonly KeyBinding[]): readonly KeyBinding[] {
  const byKey = new Map<string, KeyBinding>();
  for (const binding of keys) if (binding.unlisted !== true) byKey.set(binding.key, binding);
  return [...byKey.values()];
}

function PendingHint() {
  const pending = useSyncExternalStore(watchKeys, pendingKey);
  if (pending === undefined) return null;
  const next = listed(pageKeys()).filter((binding) => binding.key.startsWith(`${pending} `));
  return (
    <div className="fixed bottom-11 left-1/2 z-40 flex max-w-[94vw] -translate-x-1/2 flex-wrap items-center gap-x-4 gap-y-1.5 rounded-lg border border-line-strong bg-surface px-3.5 py-2 text-sm shadow-[var(--shadow)]">
      <Kbd keys={pending} />
      {next.map((binding) => (
        <span key={binding.key} className="flex items-center gap-1.5">
          <Kbd keys={binding.key.slice(pending.length + 1)} />
          {binding.phrase}
        </span>
      ))}
    </div>
  );
}
