/** A table that may be wider than its page: it scrolls by itself, by mouse, finger and keys. */
import type { ReactNode } from 'react';

type Props = {
  /** What the table shows, for who does not see it. */
  label: string;
  /** Stands in a frame of its own, where nothing around it has one. */
  framed?: boolean;
  /** How the table itself looks, beside its width. */
  look?: string;
  children: ReactNode;
};

export function WideTable({ label, framed = false, look = '', children }: Props) {
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1: by keys.
      tabIndex={0}
      role="region"
      aria-label={label}
      className={`overflow-x-auto ${framed ? 'rounded-md border border-line' : ''}`}
    >
      <table className={`w-full ${look}`}>{children}</table>
    </div>
  );
}
