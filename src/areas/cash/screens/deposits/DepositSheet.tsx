/** One deposit: its checks, a further one, the pictures, and what is done to it next. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  addImages,
  type depositActs,
  depositFile,
  type Deposits,
  depositTicket,
  moveDeposit,
  oneDeposit,
  removeCheck,
  type WireDeposit,
} from '#areas/cash/contract/deposits.ts';
import { atBank } from '#areas/cash/rules/deposits/deposit.ts';
import { call, hrefOf, upload } from '#web/api.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { DropZone } from '#web/ui/DropZone.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from '../closing/cash-write.ts';
import { CheckForm } from './CheckForm.tsx';
import { DepositItems, RejectedItems } from './DepositItems.tsx';
import { RejectForm, type Rejected } from './RejectForm.tsx';
import { words } from './words.ts';

type Act = (typeof depositActs)[number];
const nextActs: Readonly<Record<WireDeposit['state'], readonly Act[]>> = {
  open: ['close'],
  closed: ['send', 'accept'],
  sent: ['accept', 'reject'],
  accepted: ['shred'],
  rejected: ['send'],
  shredded: [],
};

type Props = { row: WireDeposit; list: Deposits; onClose: () => void };

export function DepositSheet({ row, list, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const { company } = list;
  const { depositId, state, currency } = row;
  const params = { depositId };
  const read = useQuery({
    queryKey: ['cash-deposits', 'one', depositId],
    queryFn: ({ signal }) => call(oneDeposit, { params, query: { company }, signal }),
  });
  const may = useMay()('cash.deposit');
  const done = (): void => undefined;
  const move = useCashWrite(
    (act: Act) => call(moveDeposit, { params, body: { company, act } }),
    done,
  );
  const takeOut = useCashWrite((itemNo: number) => {
    const body = { company, reason: t('taken_out') };
    return call(removeCheck, { params: { depositId, itemNo }, body });
  }, done);
  const pictures = useCashWrite(
    (files: readonly File[]) => upload(addImages, files, { company }, params),
    done,
  );
  const [rejected, setRejected] = useState<Rejected | null>(null);
  const items = read.data?.items ?? [];
  const sub = `${row.bank} · ${figures.money(row.control.amount, currency)}`;
  if (rejected !== null) {
    const props = { of: row, rejected, company, onClose: () => setRejected(null) };
    return <RejectForm {...props} />;
  }
  return (
    <Dialog title={figures.longDay(row.depositedOn)} sub={sub} onClose={onClose} shape="wide">
      <div className="grid gap-5">
        {read.isPending && <Bones lines={4} />}
        <DepositItems
          items={items}
          currency={currency}
          onTakeOut={state === 'open' && may === undefined ? takeOut.mutate : undefined}
          onReject={atBank.includes(state) && may === undefined ? setRejected : undefined}
        />
        {read.data && <RejectedItems deposit={read.data} />}
        {state === 'open' && may === undefined && <CheckForm row={row} list={list} />}
        {['open', 'closed', 'rejected'].includes(state) && items.length > 0 && !may && (
          <DropZone
            title={t('drop')}
            why={t('drop_why')}
            choose={t('choose')}
            accept="image/tiff,image/png,image/jpeg"
            multiple
            busy={pictures.isPending ? t('reading') : null}
            onFiles={(files) => pictures.mutate(files)}
          />
        )}
        <RefusalNote error={move.error ?? takeOut.error ?? pictures.error} words={areaWords} />
        {row.shredOn !== null && state === 'accepted' && (
          <p>{t('shred_on', { day: figures.day(row.shredOn) })}</p>
        )}
        <Acts
          row={row}
          company={company}
          may={may}
          onAct={(act) => (act === 'reject' ? setRejected('all') : move.mutate(act))}
        />
      </div>
    </Dialog>
  );
}

type ActsProps = {
  row: WireDeposit;
  company: string;
  may: string | undefined;
  onAct: (act: Act) => void;
};

/** What can be done to the deposit now, and the papers that go with it. */
function Acts({ row, company, may, onAct }: ActsProps) {
  const t = useWords(words);
  const params = { depositId: row.depositId };
  return (
    <p className="flex flex-wrap gap-2">
      {nextActs[row.state].map((act, index) => (
        <Button
          key={act}
          tone={index === 0 ? 'main' : 'plain'}
          because={may}
          onClick={() => onAct(act)}
        >
          {t(`act_${act}`)}
        </Button>
      ))}
      <a className={linkLook} href={hrefOf(depositTicket, { params, query: { company } })}>
        {t('ticket')}
      </a>
      {['sent', 'accepted', 'rejected'].includes(row.state) && (
        <a className={linkLook} href={hrefOf(depositFile, { params, query: { company } })}>
          {t('letter')}
        </a>
      )}
    </p>
  );
}
