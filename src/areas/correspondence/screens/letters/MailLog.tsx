/** The mail log: every letter with its address, its numbers and where it is; one that came back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mailLog, returnLetter, type WireLetter } from '#areas/correspondence/contract/letters.ts';
import { returnCauses } from '#areas/correspondence/rules/letters/letter.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useForm } from '#web/ui/read-form.ts';
import { useServerWords } from '#web/ui/readable.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Empty } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words as areaWords } from '../../words.ts';
import { Handed } from './Handed.tsx';
import { WithdrawLetter } from './WithdrawLetter.tsx';
import { words as messageWords } from '../messages/words.ts';
import { words } from './words.ts';

const tones = { printed: 'warn', withdrawn: 'plain', mailed: 'good', returned: 'late' } as const;

export function MailLog() {
  const t = useWords(words);
  const log = useQuery({
    queryKey: ['letters', 'log'],
    queryFn: ({ signal }) => call(mailLog, { query: { limit: 100 }, signal }),
  });
  const [back, setBack] = useState<WireLetter | null>(null);
  const rows = log.data?.rows ?? [];
  return (
    <section>
      <h2 className="mb-1.5">{t('log')}</h2>
      {log.data && rows.length === 0 && <Empty title={t('no_log')} />}
      {rows.length > 0 && (
        <WideTable label={t('log')} framed look="ruled">
          <thead>
            <tr>
              <th>{t('account')}</th>
              <th>{t('subject')}</th>
              <th>{t('address')}</th>
              <th>{t('number')}</th>
              <th>{t('state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <LetterRow key={row.messageId} letter={row} onBack={() => setBack(row)} />
            ))}
          </tbody>
        </WideTable>
      )}
      {log.data?.more === true && <p className="mt-2 text-sm text-ink-2">{t('cut_off')}</p>}
      {back !== null && <CameBackForm letter={back} onClose={() => setBack(null)} />}
    </section>
  );
}

function LetterRow({ letter, onBack }: { letter: WireLetter; onBack: () => void }) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('letters.print');
  const said = useServerWords(messageWords);
  const on = letter.returnedOn ?? letter.mailedOn;
  const why = letter.withdrawnWhy;
  return (
    <tr>
      <td>
        {letter.account} <span className="text-ink-2">{letter.name}</span>
      </td>
      <td>{letter.subject}</td>
      <td>{letter.address.join(', ')}</td>
      <td className="figures">{letter.certifiedNumber ?? letter.tracking ?? ''}</td>
      <td>
        <div className="flex flex-wrap items-center gap-2">
          <Tag tone={tones[letter.state]}>
            {t(`state_${letter.state}`, { day: on === null ? '' : figures.day(on) })}
          </Tag>
          <Handed letter={letter} />
          {why !== null && <span className="text-sm text-ink-2">{said(`why_${why}`) ?? why}</span>}
          <WithdrawLetter letter={letter} />
          {letter.state === 'mailed' && (
            <Button
              because={forbidden}
              aria-label={t('came_back_of', { name: letter.name })}
              onClick={onBack}
            >
              {t('came_back')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

function CameBackForm({ letter, onClose }: { letter: WireLetter; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { accountId, messageId, name } = letter;
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof returnLetter>) =>
      call(returnLetter, { params: { accountId, messageId }, body }),
    onSuccess: () => {
      say({ text: t('stopped') });
      void queries.invalidateQueries({ queryKey: ['letters'] });
      onClose();
    },
  });
  const form = useForm(returnLetter, (body) => save.mutate(body));
  return (
    <Dialog title={t('came_back_of', { name })} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('cause')}
          name="cause"
          autoFocus
          defaultValue="not_deliverable"
          choices={returnCauses.map((value) => ({ value, name: t(`cause_${value}`) }))}
        />
        <TextField label={t('note')} name="reason" error={form.errors.reason} />
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
