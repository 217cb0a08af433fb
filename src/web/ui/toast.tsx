/**
 * What just happened, said once in a corner, with the way to take it back.
 *
 * `u` takes back the latest thing that can be taken back, also after its line has gone.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { Button } from './Button.tsx';
import { useKeys } from './keys.ts';
import { drop, goesBack, type Line, shownLines, takeBack, watch } from './said.ts';
import { words } from './words.ts';
import { useWords } from './say.ts';

const staysMillis = 9000;

/** The corner itself; mounted once, by the frame. */
export function Toasts() {
  const t = useWords(words);
  const shown = useSyncExternalStore(watch, shownLines);
  useKeys([
    { key: 'u', phrase: t('undo'), run: () => void takeBack(shownLines().at(-1)?.id), group: 'do' },
  ]);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed bottom-11 left-1/2 z-40 grid w-[min(480px,calc(100vw-24px))] -translate-x-1/2 gap-2 max-md:bottom-20"
    >
      {shown.map((line) => (
        <ToastLine key={line.id} line={line} />
      ))}
    </div>
  );
}

function ToastLine({ line }: { line: Line }) {
  const t = useWords(words);
  useEffect(() => {
    const timer = setTimeout(() => drop(line.id), staysMillis);
    return () => clearTimeout(timer);
  }, [line.id]);
  const look = line.tone === 'refused' ? 'border-late' : 'border-line-strong';
  return (
    <div
      className={`pointer-events-auto flex animate-[arrive_110ms_ease-out] items-center gap-3 rounded-lg border bg-surface py-2 pr-2 pl-3.5 shadow-[var(--shadow)] ${look}`}
    >
      <span className="min-w-0 flex-1">{line.text}</span>
      {goesBack(line) && (
        <Button tone="quiet" keys="u" onClick={() => void takeBack(line.id)}>
          {t('undo')}
        </Button>
      )}
      <Button tone="quiet" aria-label={t('dismiss')} onClick={() => drop(line.id)}>
        ×
      </Button>
    </div>
  );
}
