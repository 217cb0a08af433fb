/** One escalation: what is asked, what was known, and the reader's turn. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { moveEscalation, type WireEscalation } from '#areas/escalations/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { PacketFacts } from './PacketFacts.tsx';
import { words } from './words.ts';

type Props = { escalation: WireEscalation; onClose: () => void };

export function EscalationSheet({ escalation, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const { accountId, name, account, answer } = escalation;
  return (
    <Dialog title={name} sub={account} onClose={onClose} shape="wide">
      <div className="grid gap-5">
        <KeyValue
          plain
          facts={[
            { name: t('question'), value: escalation.question },
            { name: t('asker'), value: escalation.asker },
            {
              name: t('addressee'),
              value: `${escalation.addressee}, ${t(`desk_${escalation.desk}`)}`,
            },
            { name: t('due'), value: figures.longDay(escalation.dueOn) },
            { name: t('state'), value: t(`state_${escalation.state}`) },
            answer && { name: t('answer'), value: answer.text },
            {
              name: t('account'),
              value: (
                <Link to={paths.account} params={{ accountId }} className="link">
                  {name}
                </Link>
              ),
            },
          ]}
        />
        <PacketFacts packet={escalation.packet} />
        {escalation.turn !== null && <Turn escalation={escalation} onClose={onClose} />}
      </div>
    </Dialog>
  );
}

function Turn({ escalation, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const [missing, setMissing] = useState(false);
  const { escalationId, turn, asker } = escalation;
  const what = turn === 'answer' ? 'answered' : turn === 'read' ? 'read' : 'withdrawn';
  const move = useMutation({
    mutationFn: (text: string) =>
      call(moveEscalation, { params: { escalationId, what }, body: { text } }),
    onSuccess: () => {
      for (const list of ['escalations', 'account', 'worklist']) {
        void queries.invalidateQueries({ queryKey: [list] });
      }
      say({ text: t(`moved_${what}`) });
      onClose();
    },
  });
  const label = { answered: 'send_answer', read: 'mark_read', withdrawn: 'take_back' } as const;
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('text');
    const text = typeof typed === 'string' ? typed.trim() : '';
    const empty = what === 'answered' && text === '';
    setMissing(empty);
    if (!empty) move.mutate(text);
  }
  return (
    <form noValidate onSubmit={send} className="grid gap-3">
      {what === 'answered' && (
        <AreaField
          label={t('answer')}
          name="text"
          rows={4}
          hint={t('answer_hint', { name: asker })}
          error={missing ? t('text_missing') : undefined}
        />
      )}
      <RefusalNote error={move.error} words={areaWords} />
      <div>
        <Button type="submit" tone="main" busy={move.isPending}>
          {t(label[what])}
        </Button>
      </div>
    </form>
  );
}
