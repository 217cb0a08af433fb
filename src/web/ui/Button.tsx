/**
 * A button is a verb with its key beside it. One that cannot be used says why.
 *
 * `main` is the one action that moves the day; there is at most one on a screen.
 */
import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import { say } from './said.ts';

export type ButtonTone = 'main' | 'plain' | 'quiet' | 'danger';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'title'> & {
  children: ReactNode;
  tone?: ButtonTone;
  /** The key that does the same. */
  keys?: string;
  /** Why it cannot be used now; the button then stays readable and, pressed, says it. */
  because?: string | undefined;
  busy?: boolean;
};

const shape =
  'inline-flex items-center justify-center gap-1.5 rounded-md border px-2.5 min-h-[32px] ' +
  'font-[550] whitespace-nowrap transition-colors duration-100 select-none ' +
  'aria-disabled:opacity-55 aria-disabled:cursor-not-allowed';

const tones: Record<ButtonTone, string> = {
  main:
    'bg-accent border-accent text-accent-ink hover:bg-accent-strong ' +
    '[&_.kbd]:bg-transparent [&_.kbd]:border-current/40 [&_.kbd]:text-current',
  plain: 'bg-surface border-line-strong text-ink hover:bg-sunk',
  quiet: 'bg-transparent border-transparent text-ink-2 hover:bg-sunk hover:text-ink',
  danger: 'bg-surface border-line-strong text-late hover:bg-late-soft',
};

/** The look of a button, for links that lead to a file or a page. */
export const linkLook = `${shape} ${tones.plain}`;

export function Button(props: Props) {
  const { children, tone = 'plain', keys, because, busy = false, ...rest } = props;
  const off = because !== undefined || busy;
  return (
    <button
      type="button"
      {...rest}
      className={`${shape} ${tones[tone]} ${rest.className ?? ''}`}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      title={because}
      onClick={off ? (event) => refuse(event, because) : rest.onClick}
    >
      {children}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  );
}

/** Where nothing hovers, a phone or a keyboard, pressing is the only way to learn the reason. */
function refuse(event: MouseEvent, because: string | undefined): void {
  event.preventDefault();
  if (because !== undefined) say({ text: because, tone: 'refused' });
}
