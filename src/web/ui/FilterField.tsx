/** A word that narrows the list below it; sent a moment after the typing stops. */
import { useEffect, useRef, useState } from 'react';
import { useKeys } from './keys.ts';

type Props = { label: string; value: string; onFilter: (value: string | undefined) => void };

const pauseMillis = 180;

export function FilterField({ label, value, onFilter }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    // The address changed by itself: the back button, or a filter that was cleared.
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  useKeys([{ key: 'f', phrase: label, run: () => field.current?.focus(), group: 'show' }]);
  useEffect(() => () => clearTimeout(timer.current), []);
  function change(next: string): void {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onFilter(next.trim() || undefined), pauseMillis);
  }
  return (
    <input
      ref={field}
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => change(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      className="min-h-8 min-w-32 field-sizing-content rounded-md max-sm:min-w-28 border border-line bg-surface px-2.5 text-sm placeholder:text-ink-3 hover:border-line-strong max-sm:text-[16px]"
    />
  );
}
