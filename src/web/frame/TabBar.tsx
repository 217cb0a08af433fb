/** The rail of a phone: the places of the day at the bottom, the rest behind More. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { useWords } from '../ui/say.ts';
import { words } from '../words.ts';
import { CompanySwitch } from './CompanySwitch.tsx';
import { Corner } from './Corner.tsx';
import { places } from './places.ts';
import { DeskState } from './StatusBar.tsx';

const look =
  'flex min-h-14 flex-col items-center justify-center gap-0.5 text-2xs text-ink-2 ' +
  'data-[status=active]:text-accent data-[status=active]:font-[600]';

export function TabBar({ onFind }: { onFind: () => void }) {
  const t = useWords(words);
  const [more, setMore] = useState(false);
  return (
    <nav
      aria-label={t('places')}
      className="tabbar grid-cols-5 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      {places
        .filter((place) => place.phone)
        .map((place) => (
          <Link key={place.name} to={place.to} className={look}>
            <Mark name={place.name} />
            {t(place.name)}
          </Link>
        ))}
      <button type="button" className={look} onClick={onFind}>
        <Mark name="search" />
        {t('search')}
      </button>
      <button type="button" className={look} onClick={() => setMore(true)}>
        <Mark name="more" />
        {t('more')}
      </button>
      {more && <More onClose={() => setMore(false)} />}
    </nav>
  );
}

function More({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  return (
    <Dialog title={t('more')} onClose={onClose}>
      <div className="mb-3 grid gap-0.5 text-sm text-ink-2">
        <DeskState />
      </div>
      <CompanySwitch />
      <div className="mb-3 grid">
        {places
          .filter((place) => !place.phone)
          .map((place) => (
            <Link
              key={place.name}
              to={place.to}
              onClick={onClose}
              className="flex min-h-11 items-center rounded-md px-2.5 text-md hover:bg-sunk"
            >
              {t(place.name)}
            </Link>
          ))}
      </div>
      <Corner />
    </Dialog>
  );
}

const drawings: Record<string, ReactNode> = {
  worklist: <path d="M7 5h10M7 10h10M7 15h6M3 5h.5M3 10h.5M3 15h.5" />,
  aging: <path d="M4 16V9M9 16V4M14 16v-5M3 17h14" />,
  promises: <path d="M4 10.5l4 4 8-9" />,
  search: <path d="M9 14A5 5 0 109 4a5 5 0 000 10zm3.7-1.3L17 17" />,
  more: <path d="M4.5 10h.5M10 10h.5M15.5 10h.5" />,
};

function Mark({ name }: { name: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {drawings[name]}
    </svg>
  );
}
