/** A pack as it would be made now; nothing is kept and nobody is written to. */
import { useQuery } from '@tanstack/react-query';
import { previewPack } from '#areas/packs/contract.ts';
import { call } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { PrintedPack } from './PrintedPack.tsx';
import { words } from './words.ts';

type Props = { kind: { kind: string; title: string }; onClose: () => void };

export function PreviewSheet({ kind, onClose }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const preview = useQuery({
    queryKey: ['packs', 'preview', kind.kind],
    queryFn: ({ signal }) => call(previewPack, { query: { kind: kind.kind }, signal }),
  });
  return (
    <Dialog title={t('preview_of', { title: kind.title })} shape="wide" onClose={onClose}>
      {preview.isPending && <Bones lines={10} />}
      {preview.isError && (
        <Failed why={why(preview.error)} onRetry={() => void preview.refetch()} />
      )}
      {preview.data && <PrintedPack {...preview.data} />}
    </Dialog>
  );
}
