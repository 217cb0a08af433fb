/**
 * Questions that lie over the page: a sheet at the right for work on a row, a dialog in the
 * middle for a short question. Each opens its own scope of keys; Esc and Cancel close it.
 */
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { ScopeContext, useKeyScope } from './keys.ts';
import { words } from './words.ts';
import { useWords } from './say.ts';

type Props = {
  title: string;
  /** A line under the title. */
  sub?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  shape?: 'sheet' | 'middle' | 'wide';
};

const shapes = {
  sheet:
    'fixed inset-y-0 right-0 w-[min(420px,100vw)] border-l border-line ' +
    'animate-[slide-in_110ms_ease-out] max-sm:inset-x-0 max-sm:w-auto max-sm:top-auto ' +
    'max-sm:bottom-0 max-sm:max-h-[94dvh] max-sm:rounded-t-lg max-sm:border-t max-sm:border-l-0',
  middle:
    'fixed left-1/2 top-[14vh] -translate-x-1/2 w-[min(460px,calc(100vw-24px))] max-h-[78dvh] ' +
    'rounded-lg border border-line animate-[arrive_100ms_ease-out]',
  wide:
    'fixed inset-y-0 right-0 w-[min(680px,100vw)] border-l border-line ' +
    'animate-[slide-in_110ms_ease-out]',
} as const;

export function Dialog({ title, sub, onClose, children, shape = 'sheet' }: Props) {
  const t = useWords(words);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay
          className={`fixed inset-0 z-20 ${shape === 'middle' ? 'bg-shade' : 'bg-shade/35'}`}
        />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusInside}
          className={`z-30 overflow-auto bg-surface outline-none shadow-[var(--shadow)] ${shapes[shape]}`}
        >
          <Scope>
            <div className="flex items-start gap-3 px-5 pt-4 pb-3">
              <div className="min-w-0 flex-1">
                <Radix.Title className="text-md font-[650] text-ink">{title}</Radix.Title>
                {sub !== undefined && <p className="text-sm text-ink-2">{sub}</p>}
              </div>
              <Radix.Close className="-mr-2 min-h-8 rounded-md px-2 text-ink-2 hover:bg-sunk">
                <span className="sr-only">{t('close')} </span>
                <kbd className="kbd">Esc</kbd>
                <span aria-hidden className="text-lg sm:hidden">
                  ×
                </span>
              </Radix.Close>
            </div>
            <div className="px-5 pb-5">{children}</div>
          </Scope>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A field that asked for the focus keeps it; else the panel has it, not its first button. */
function focusInside(event: Event): void {
  const panel = event.currentTarget;
  if (!(panel instanceof HTMLElement)) return;
  event.preventDefault();
  if (!panel.contains(document.activeElement)) panel.focus();
}

function Scope({ children }: { children: ReactNode }) {
  const scope = useKeyScope();
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}
