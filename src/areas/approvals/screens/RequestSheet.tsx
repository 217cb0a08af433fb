/** One request in full: what speaks for it, what was said, and one's own word with its reason. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { decideApproval, type WireRequest, withdrawApproval } from '#areas/approvals/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { Papers } from './Papers.tsx';
import { useRoleName } from './roles.ts';
import { words } from './words.ts';

type Props = { request: WireRequest; onClose: () => void };

export function RequestSheet({ request, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const roleName = useRoleName();
  const { account, words: said } = request;
  return (
    <Dialog title={request.title} sub={request.company} onClose={onClose} shape="middle">
      <div className="grid gap-5">
        <KeyValue
          plain
          facts={[
            {
              name: t('amount'),
              value: <Amount value={request.amount} currency={request.currency} named strong />,
            },
            account && {
              name: t('account'),
              value: (
                <Link to={paths.account} params={{ accountId: account.accountId }} className="link">
                  {account.name}
                </Link>
              ),
            },
            account &&
              request.kind === 'bank_details' && {
                name: t('bank_details'),
                value: <BankDetailsLink accountId={account.accountId} />,
              },
            {
              name: t('requester'),
              value: request.requesterLeft
                ? t('requester_left', { name: request.requester })
                : request.requester,
            },
            { name: t('because'), value: request.reason },
            request.evidence !== '' && { name: t('evidence'), value: request.evidence },
            request.before !== null && {
              name: t('before'),
              value: t('before_why', {
                amount: figures.money(request.before, request.baseCurrency),
              }),
            },
            request.least !== null && { name: t('least'), value: roleName(request.least) },
            { name: t('takes'), value: t('needs', { count: request.needs }) },
            { name: t('until'), value: figures.longDay(request.expiresOn) },
          ]}
        />
        <Papers request={request} />
        {said.length > 0 && (
          <section>
            <h2 className="mb-1">{t('said')}</h2>
            <ul className="grid gap-1 text-sm">
              {said.map(({ by, forName, said: word, reason, at }) => {
                const who = forName === null ? by : t('for_whom', { by, name: forName });
                return <li key={at}>{t(`said_${word}`, { by: who, reason })}</li>;
              })}
            </ul>
          </section>
        )}
        {request.state === 'open' && <Word request={request} onClose={onClose} />}
      </div>
    </Dialog>
  );
}

/** Old and new stand side by side there, masked, with who called the customer back. */
function BankDetailsLink({ accountId }: { accountId: string }) {
  const t = useWords(words);
  return (
    <Link to={paths.payback} params={{ accountId }} className="link">
      {t('old_and_new')}
    </Link>
  );
}

/** The reader's own word; who asked may only take it back. */
function Word({ request, onClose }: Props) {
  const t = useWords(words);
  const may = useMay();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLFormElement>(null);
  const { mine } = request;
  const { decide, withdraw } = useWord(request, reason, onClose);
  const because = may('approvals.decide') ?? request.mayNot ?? undefined;
  // Without the paper that its amount asks for, one may only say no.
  const notYet = because ?? (request.lacksFile ? t('lacks_paper') : undefined);
  /** Nothing is decided or taken back without a reason. */
  function withReason(act: () => void): void {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') field.current?.querySelector('input')?.focus();
    else act();
  }
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    withReason(() => {
      if (mine) withdraw.mutate();
      else if (notYet === undefined) decide.mutate('yes');
    });
  }
  return (
    <form ref={field} noValidate onSubmit={send} className="grid gap-3">
      {request.forName !== null && <p>{t('decide_for', { name: request.forName })}</p>}
      <TextField
        label={t('reason')}
        name="reason"
        autoComplete="off"
        value={reason}
        error={missing ? t('reason_missing') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <RefusalNote error={decide.error ?? withdraw.error} words={areaWords} />
      {mine ? (
        <div>
          <Button type="submit" busy={withdraw.isPending}>
            {t('withdraw')}
          </Button>
        </div>
      ) : (
        <div className="flex gap-2">
          <Button type="submit" tone="main" because={notYet} busy={decide.isPending}>
            {t('approve')}
          </Button>
          <Button
            tone="danger"
            because={because}
            busy={decide.isPending}
            onClick={() => withReason(() => decide.mutate('no'))}
          >
            {t('refuse')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** What a word does: said once, told in the corner, and the sheet closes. */
function useWord(request: WireRequest, reason: string, onClose: () => void) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { requestId, title } = request;
  const params = { requestId };
  const told = (text: string): void => {
    for (const list of ['approvals', 'account']) {
      void queries.invalidateQueries({ queryKey: [list] });
    }
    say({ text });
    onClose();
  };
  const decide = useMutation({
    mutationFn: (word: 'yes' | 'no') =>
      call(decideApproval, { params, body: { said: word, reason } }),
    onSuccess: (_answer, word) => told(t(`decided_${word}`, { title })),
  });
  const withdraw = useMutation({
    mutationFn: () => call(withdrawApproval, { params, body: { reason } }),
    onSuccess: () => told(t('withdrawn', { title })),
  });
  return { decide, withdraw };
}
