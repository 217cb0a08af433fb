/** The latest repairs of many: by whom, when, and the way back. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { fixes } from '#areas/projects/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../words.ts';
import { useRepairs } from './repairs.ts';
import { words } from './words.ts';

type Props = { company: string | undefined; onClose: () => void };

export function RepairList({ company, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const { undo } = useRepairs();
  const list = useQuery({
    queryKey: ['verification', 'fixes', company ?? ''],
    queryFn: ({ signal }) => call(fixes, { query: { company }, signal }),
  });
  const back = useMutation({ mutationFn: undo });
  return (
    <Dialog title={t('repairs')} onClose={onClose} shape="wide">
      <div className="grid gap-3.5">
        {list.isPending && <Bones lines={4} />}
        {list.data?.rows.length === 0 && <p>{t('repairs_none')}</p>}
        <ul className="grid gap-1">
          {list.data?.rows.map(({ fixId, kind, at, actor, steps, reason, undone }) => (
            <li
              key={fixId}
              className="flex flex-wrap items-center gap-x-3 border-b border-line py-1.5"
            >
              <span className="min-w-0 flex-1">
                <b className="font-[600]">{t(`repair_${kind}`)}</b>{' '}
                <span className="text-sm text-ink-2">
                  {t('repair_line', { steps, actor, when: figures.moment(at), reason })}
                </span>
              </span>
              {undone ? (
                <Tag>{t('undone')}</Tag>
              ) : (
                <Button
                  busy={back.isPending && back.variables === fixId}
                  onClick={() => back.mutate(fixId)}
                >
                  {t('take_back')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <RefusalNote error={back.error ?? list.error} words={areaWords} />
      </div>
    </Dialog>
  );
}
