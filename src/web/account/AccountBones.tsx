/** An account page on its way, with everything where it will stand. */
import { GridBones } from '../ui/grid/GridBones.tsx';
import { Page } from '../ui/Page.tsx';
import { useWords } from '../ui/say.ts';
import { Bone, Bones } from '../ui/states.tsx';
import { words } from './words.ts';

export function AccountBones() {
  const t = useWords(words);
  return (
    <Page
      title={t('account')}
      asideLabel={t('context')}
      folds
      aside={<Bones lines={14} gap={14} />}
    >
      <div className="grid gap-6 xl:grid-cols-[216px_minmax(0,1fr)]">
        <div className="order-2 xl:order-1">
          <Bones lines={12} gap={12} />
        </div>
        <div className="order-1 grid content-start gap-4 xl:order-2">
          <Bone height={60} />
          <Bone width="80%" />
          <GridBones rows={6} />
        </div>
      </div>
    </Page>
  );
}
