/** The views of one subject, side by side; the one that is open is underlined. */
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

const look =
  'border-b-2 border-transparent pb-1.5 text-ink-2 hover:text-ink ' +
  'data-[status=active]:border-accent data-[status=active]:font-[600] ' +
  'data-[status=active]:text-ink';

type Props = {
  /** What the views are views of. */
  label: string;
  views: readonly { readonly to: NonNullable<LinkProps['to']>; readonly name: string }[];
  /** What stands at the other end of the line. */
  children?: ReactNode;
};

export function Tabs({ label, views, children }: Props) {
  return (
    <nav aria-label={label} className="no-print mb-4 flex flex-wrap gap-x-5 border-b border-line">
      {views.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          className={look}
        >
          {name}
        </Link>
      ))}
      {children}
    </nav>
  );
}
