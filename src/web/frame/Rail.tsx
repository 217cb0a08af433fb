/** The left rail: where one can go, how much waits there, and the reader's own corner. */
import { Link } from '@tanstack/react-router';
import { useWords } from '../ui/say.ts';
import { words } from '../words.ts';
import { CompanySwitch } from './CompanySwitch.tsx';
import { Corner } from './Corner.tsx';
import { type Place, places } from './places.ts';
import { useDesk } from './today.ts';

export function Rail() {
  const t = useWords(words);
  const left = useDesk()?.left;
  return (
    <nav
      aria-label={t('places')}
      className="rail flex flex-col gap-0.5 overflow-auto border-r border-line bg-sunk px-2.5 py-3.5"
    >
      <div className="px-2.5 pt-1 pb-2.5 text-[16px] font-[700] tracking-[-0.02em]">Dunlin</div>
      <CompanySwitch />
      {places.map((place, index) => (
        <RailLink
          key={place.name}
          place={place}
          count={place.name === 'worklist' ? left : undefined}
          ruled={place.group !== places[index - 1]?.group && index > 0}
        />
      ))}
      <span className="flex-1" />
      <Corner />
    </nav>
  );
}

type LinkProps = { place: Place; count: number | undefined; ruled: boolean };

function RailLink({ place, count, ruled }: LinkProps) {
  const t = useWords(words);
  return (
    <>
      {ruled && <hr className="my-2.5 border-line" />}
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
    </>
  );
}
