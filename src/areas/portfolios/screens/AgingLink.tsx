/** The accounts behind a line of the portfolio, in the aging. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '#web/paths.ts';

type Props = { memberId: string | null; children: ReactNode };

export function AgingLink({ memberId, children }: Props) {
  return (
    <Link to={paths.aging} search={{ collector: memberId ?? 'none' }} className="link">
      {children}
    </Link>
  );
}
