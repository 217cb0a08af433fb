/** The frame around every screen: rail, status, keys, palette, what was just said. */
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { parseDay } from '#kernel/day.ts';
import { DataAge } from '#areas/imports/screens/index.ts';
import { KeyHelp } from '../ui/KeyHelp.tsx';
import { useKeyboard, useKeys } from '../ui/keys.ts';
import { IsToday } from '../ui/language.tsx';
import { PageNote } from '../ui/page-note.ts';
import { useWords } from '../ui/say.ts';
import { Toasts } from '../ui/toast.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';
import { DeskPalette } from './DeskPalette.tsx';
import { useLiveFigures } from './live.ts';
import { places } from './places.ts';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TabBar } from './TabBar.tsx';
import { useDesk } from './today.ts';

export function Frame() {
  const t = useWords(words);
  const today = useDesk()?.today;
  const [palette, setPalette] = useState<'find' | 'all' | null>(null);
  const [help, setHelp] = useState(false);
  const note = useDataAge();
  useKeyboard();
  useLiveFigures();
  useGoKeys();
  useKeys([
    { key: 'Ctrl+k', phrase: t('palette'), run: () => setPalette('all'), group: 'show' },
    { key: '/', phrase: t('find'), run: () => setPalette('find'), group: 'show' },
  ]);
  return (
    <IsToday today={today === undefined ? undefined : parseDay(today)}>
      <a
        href="#work"
        className="sr-only rounded-md bg-surface px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        {t('skip')}
      </a>
      <div className="frame">
        <Rail />
        <PageNote value={note}>
          <Outlet />
        </PageNote>
        <StatusBar onKeys={() => setHelp(true)} onPalette={() => setPalette('all')} />
        <TabBar onFind={() => setPalette('find')} />
      </div>
      <Toasts />
      <KeyHelp open={help} onOpen={setHelp} />
      {palette !== null && <DeskPalette mode={palette} onClose={() => setPalette(null)} />}
    </IsToday>
  );
}

/** What is owed today is only as good as the last file: said where people act on it. */
function useDataAge() {
  const { pathname, search } = useLocation();
  const company = 'company' in search ? search.company : undefined;
  const told =
    pathname === paths.worklist ||
    pathname === paths.aging ||
    /^\/accounts\/[^/]+$/u.test(pathname);
  return told ? <DataAge company={typeof company === 'string' ? company : undefined} /> : null;
}

function useGoKeys(): void {
  const t = useWords(words);
  const navigate = useNavigate();
  useKeys(
    places.flatMap(({ key, name, to }) =>
      key === undefined
        ? []
        : [{ key: `g ${key}`, phrase: t(name), run: () => void navigate({ to }), group: 'go' }],
    ),
  );
}
