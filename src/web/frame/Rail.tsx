/** The left rail: where one can go, how much waits there, and the reader's own corner. */
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '../ui/say.ts';
import { words } from '../words.ts';
import { CompanySwitch } from './CompanySwitch.tsx';
import { Corner } from './Corner.tsx';
import { type Place, places } from './places.ts';
import { useDesk } from './today.ts';

const work = places.filter(({ group }) => group === 'work');
const house = places.filter(({ group }) => group === 'house');

export function Rail() {
  const t = useWords(words);
  const left = useDesk()?.left;
  const { pathname } = useLocation();
  const inHouse = house.some(({ to }) => pathname.startsWith(to));
  const rail = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = rail.current?.querySelector('[aria-current="page"]');
    here?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <nav
      ref={rail}
      aria-label={t('places')}
      className="rail flex flex-col gap-0.5 overflow-auto border-r border-line bg-sunk px-2.5 py-3.5"
    >
      <div className="px-2.5 pt-1 pb-2.5 text-[16px] font-[700] tracking-[-0.02em]">Dunlin</div>
      <CompanySwitch />
      {work.map((place) => (
        <RailLink
          key={place.name}
          place={place}
          count={place.name === 'worklist' ? left : undefined}
        />
      ))}
      <details open={inHouse} className="mt-2.5 border-t border-line pt-2.5">
        <summary className="cursor-pointer rounded-md px-2.5 py-1 text-sm text-ink-2">
          {t('more')}
        </summary>
        {house.map((place) => (
          <RailLink key={place.name} place={place} />
        ))}
      </details>
      <span className="flex-1" />
      <Corner />
    </nav>
  );
}

type LinkProps = { place: Place; count?: number | undefined };

function RailLink({ place, count }: LinkProps) {
  const t = useWords(words);
  return (
    <Link
      to={place.to}
      className="flex min-h-8 items-center justify-between rounded-md px-2.5 text-ink-2 hover:bg-surface/60 hover:text-ink"
      activeProps={{ className: 'bg-surface text-ink font-[600] shadow-[0_0_0_1px_var(--line)]' }}
    >
      {t(place.name)}
      {count !== undefined && count > 0 && (
        <span className="figures text-sm text-ink-3">{count}</span>
      )}
    </Link>
  );
}
