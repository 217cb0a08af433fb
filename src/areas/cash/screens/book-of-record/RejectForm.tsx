/** A line that the other system refused, and what it said. */
import {
  acknowledgePostingFile,
  type WirePostingLine,
} from '#areas/cash/contract/book-of-record.ts';
import { typedRefusal } from '#areas/cash/contract/typed-book.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from '../closing/cash-write.ts';
import { words } from './words.ts';

type Props = { line: WirePostingLine; fileId: string; company: string; onClose: () => void };

export function RejectForm({ line, fileId, company, onClose }: Props) {
  const t = useWords(words);
  const refuse = useCashWrite(
    (typed: { said: string }) =>
      call(acknowledgePostingFile, {
        params: { fileId },
        body: { company, answers: [{ lineNo: line.lineNo, accepted: false, said: typed.said }] },
      }),
    onClose,
  );
  const form = useForm(typedRefusal, (body) => refuse.mutate(body));
  const sub = `${line.lineNo} · ${t(`kind_${line.kind}`)} ${line.document}`;
  return (
    <Dialog title={t('reject')} sub={sub} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2 text-pretty">{t('reject_why')}</p>
        <TextField label={t('said')} name="said" error={form.errors.said} autoFocus />
        <RefusalNote error={refuse.error} words={areaWords} />
        <Button type="submit" tone="main" busy={refuse.isPending}>
          {t('reject')}
        </Button>
      </form>
    </Dialog>
  );
}
