/** Pages for what cannot be shown: a wrong address, a screen that broke. */
import { Link, useRouter } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { useWords } from '../ui/say.ts';
import { Empty } from '../ui/states.tsx';
import { words } from '../words.ts';

export function NotFound() {
  const t = useWords(words);
  return (
    <main id="work" className="grid place-content-center">
      <Empty title={t('not_found')} why={t('not_found_why')}>
        <Link to={paths.worklist} className="link">
          {t('back_to_work')}
        </Link>
      </Empty>
    </main>
  );
}

export function Broken() {
  const t = useWords(words);
  const router = useRouter();
  return (
    <main id="work" className="grid place-content-center">
      <Empty title={t('broke')} why={t('broke_why')}>
        <Button tone="main" onClick={() => void router.invalidate()}>
          {t('reload')}
        </Button>
      </Empty>
    </main>
  );
}
