/** A table that may be wider than its page: it scrolls by itself, by mouse, finger and keys. */
import type { ReactNode } from 'react';

export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1: reached by keys.
    <div className="overflow-x-auto" role="region" aria-label={label} tabIndex={0}>
      <table className="w-full">{children}</table>
    </div>
  );
}
