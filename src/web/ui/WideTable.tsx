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

type HeadProps = {
  /** Columns of text, then columns of figures, by name. */
  text: readonly string[];
  figures: readonly string[];
  /** The room around a name; the same as of the cells below it. */
  room?: string;
};

/** The head of a table of figures: what each row is, then its figures under their names. */
export function FiguresHead({ text, figures, room = '' }: HeadProps) {
  return (
    <thead>
      <tr className="text-left text-ink-3">
        {text.map((name) => (
          <th key={name} scope="col" className={`${room} font-[500]`}>
            {name}
          </th>
        ))}
        {figures.map((name) => (
          <th key={name} scope="col" className={`num ${room} font-[500]`}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type OpenerProps = { name: string; onOpen: () => void };

/** The name of a row of figures that opens to what it is made of. */
export function RowOpener({ name, onOpen }: OpenerProps) {
  return (
    <th scope="row" className="px-3 py-1 text-left font-[500]">
      <button
        type="button"
        className="min-h-6 underline underline-offset-2 hover:text-accent"
        onClick={onOpen}
      >
        {name}
      </button>
    </th>
  );
}
