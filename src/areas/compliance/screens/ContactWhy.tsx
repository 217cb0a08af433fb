/** Why an account may or may not be contacted now, for the panel that `w` opens anywhere. */
import { Bones } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/say.ts';
import { ChannelList } from './ChannelList.tsx';
import { useCompliance } from './standing.ts';
import { words } from './words.ts';

export function ContactWhy({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const known = useCompliance(accountId);
  return (
    <section className="mt-4 border-t border-line pt-3">
      <h3 className="mb-1.5 font-[600]">{t('compliance')}</h3>
      {known.isPending && <Bones lines={3} />}
      {known.isSuccess && <ChannelList channels={known.data.channels} full />}
    </section>
  );
}
