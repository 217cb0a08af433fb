/** A part of a dashboard with its heading; the page is made of these. */
import type { ReactNode } from 'react';

type Props = { title: string; sub?: ReactNode; actions?: ReactNode; children: ReactNode };

export function Panel({ title, sub, actions, children }: Props) {
  return (
    <section aria-label={title} className="min-w-0 border-t border-line pt-3">
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-md font-[650] text-ink">{title}</h2>
        {sub !== undefined && <span className="text-sm text-ink-3">{sub}</span>}
        {actions !== undefined && <span className="no-print ml-auto">{actions}</span>}
      </div>
      {children}
    </section>
  );
}
