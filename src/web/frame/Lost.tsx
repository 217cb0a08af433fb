/** Pages for what cannot be shown: a wrong address, a screen that broke. */
import { Link, useRouter } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { firstLanguage, Speaks } from '../ui/language.tsx';
import { useWords } from '../ui/say.ts';
import { Empty } from '../ui/states.tsx';
import { words } from '../words.ts';

export function NotFound() {
  return (
    <Speaks language={firstLanguage()}>
      <NothingHere />
    </Speaks>
  );
}

export function Broken() {
  return (
    <Speaks language={firstLanguage()}>
      <BrokenScreen />
    </Speaks>
  );
}

function NothingHere() {
  const t = useWords(words);
  return (
    <main id="work" className="grid min-h-[70dvh] place-content-center">
      <Empty page title={t('not_found')} why={t('not_found_why')}>
        <Link to={paths.worklist} className="link">
          {t('back_to_work')}
        </Link>
      </Empty>
    </main>
  );
}

function BrokenScreen() {
  const t = useWords(words);
  const router = useRouter();
  return (
    <main id="work" className="grid min-h-[70dvh] place-content-center">
      <Empty page title={t('broke')} why={t('broke_why')}>
        <Button tone="main" onClick={() => void router.invalidate()}>
          {t('reload')}
        </Button>
      </Empty>
    </main>
  );
}
