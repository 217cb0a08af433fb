/**
 * The work in the middle and its context at the right. On a narrow screen the context either
 * folds below the work or is left to the next screen.
 */
import { type ReactNode, useContext, useEffect, useState } from 'react';
import { ScrollerContext } from './grid/scroller.ts';
import { useMedia } from './media.ts';
import { PageNote } from './page-note.ts';

type Props = {
  title: string;
  sub?: ReactNode;
  actions?: ReactNode;
  /** The context strip. */
  aside?: ReactNode;
  asideLabel?: string;
  /** Below the work when there is no room beside it; else it is left out there. */
  folds?: boolean;
  children: ReactNode;
};

export function Page({ title, sub, actions, aside, asideLabel, folds = false, children }: Props) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const roomy = useMedia('(min-width: 1100px)');
  const note = useContext(PageNote);
  useEffect(() => {
    document.title = `${title} · Dunlin`;
  }, [title]);
  return (
    <ScrollerContext value={scroller}>
      <main ref={setScroller} id="work" tabIndex={-1}>
        <div className="work">
          <header className="mb-3 flex flex-wrap items-center gap-x-3.5 gap-y-2 xl:flex-nowrap">
            <div className="flex min-w-0 flex-auto flex-wrap items-baseline gap-x-3.5">
              <h1>{title}</h1>
              {sub !== undefined && <p className="text-sm text-ink-2">{sub}</p>}
            </div>
            {actions !== undefined && (
              <div className="no-print flex flex-wrap items-center gap-2 xl:shrink-0 xl:flex-nowrap">
                {actions}
              </div>
            )}
          </header>
          {note}
          {children}
          {aside !== undefined && folds && !roomy && <div className="mt-6">{aside}</div>}
        </div>
      </main>
      {aside !== undefined && roomy && (
        <aside aria-label={asideLabel} data-folds={folds || undefined} tabIndex={-1}>
          {aside}
        </aside>
      )}
    </ScrollerContext>
  );
}
