/**
 * The views of one subject, side by side; the one that is open is underlined.
 *
 * On a phone they stay on one line, which scrolls; the open one is always in sight.
 */
import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

const look =
  'border-b-2 border-transparent pb-1.5 whitespace-nowrap text-ink-2 hover:text-ink ' +
  'data-[status=active]:border-accent data-[status=active]:font-[600] ' +
  'data-[status=active]:text-ink';

const line =
  'no-print mb-4 flex flex-wrap gap-x-5 border-b border-line ' +
  'max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:[scrollbar-width:none]';

type Props = {
  /** What the views are views of. */
  label: string;
  views: readonly { readonly to: NonNullable<LinkProps['to']>; readonly name: string }[];
  /** What stands at the other end of the line. */
  children?: ReactNode;
};

export function Tabs({ label, views, children }: Props) {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = bar.current?.querySelector<HTMLElement>('[data-status=active]');
    open?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={bar} aria-label={label} className={line}>
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
