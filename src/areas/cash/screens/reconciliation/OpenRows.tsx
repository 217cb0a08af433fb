/** The rows that are open on either side: marked together, treated, noted. */
import { useState } from 'react';
import {
  clearByHand,
  clearLines,
  type StatementProof,
} from '#areas/cash/contract/reconciliation.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Empty } from '#web/ui/states.tsx';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from '../closing/cash-write.ts';
import { type OpenRow, OpenRowNarrow, keyOfRow, useRowColumns } from './row-columns.tsx';
import { TreatForm } from './TreatForm.tsx';
import { words } from './words.ts';

const narrow = (row: OpenRow) => <OpenRowNarrow row={row} />;
const settled = (row: OpenRow): boolean => !row.needsWord;

export function OpenRows({ proof, company }: { proof: StatementProof; company: string }) {
  const t = useWords(words);
  const [at, setAt] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  // The row that was asked about: the list may be read again under an open question.
  const [asking, setAsking] = useState<OpenRow | null>(null);
  const rows = proof.rows.map((row) => ({ ...row, currency: proof.currency }));
  const here = rows.find((row) => keyOfRow(row) === at) ?? rows[0];
  const mark = (row: OpenRow): void => {
    const next = new Set(marked);
    if (!next.delete(keyOfRow(row))) next.add(keyOfRow(row));
    setMarked(next);
  };
  const columns = useRowColumns(marked, mark);
  const chosen = rows.filter((row) => marked.has(keyOfRow(row)));
  const may = useMay()('cash.reconcile');
  const { auto, byHand } = useClearing(proof, company, () => setMarked(new Set()));
  const treatOff = may ?? (here === undefined ? t('no_row') : undefined);
  const handOff = may ?? (chosen.length < 2 ? t('mark_two') : undefined);
  useKeys([
    ...(treatOff === undefined
      ? [{ key: 'o', phrase: t('treat'), run: () => setAsking(here ?? null) }]
      : []),
    ...(handOff === undefined
      ? [{ key: 'b', phrase: t('clear_these'), run: () => byHand.mutate(chosen) }]
      : []),
  ]);
  return (
    <section aria-label={t('rows')}>
      <RowActions
        may={may}
        handOff={handOff}
        treatOff={treatOff}
        isEntry={here?.side === 'book'}
        onAuto={() => auto.mutate(undefined)}
        onHand={() => byHand.mutate(chosen)}
        onTreat={() => setAsking(here ?? null)}
      />
      <RefusalNote error={auto.error ?? byHand.error} words={areaWords} />
      <Grid
        label={t('rows')}
        columns={columns}
        rowHeight={46}
        rows={rows}
        rowKey={keyOfRow}
        at={here === undefined ? null : keyOfRow(here)}
        onMove={setAt}
        onOpen={(row) => may === undefined && setAsking(row)}
        onMark={mark}
        narrow={narrow}
        quiet={settled}
        active={asking === null}
        empty={<Empty title={t('none')} />}
      />
      {asking !== null && (
        <TreatForm
          row={asking}
          bankAccountId={proof.bankAccountId}
          company={company}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}

type ActionsProps = {
  may: string | undefined;
  handOff: string | undefined;
  treatOff: string | undefined;
  isEntry: boolean;
  onAuto: () => void;
  onHand: () => void;
  onTreat: () => void;
};

function RowActions(props: ActionsProps) {
  const t = useWords(words);
  return (
    <header className="mb-2 flex flex-wrap items-center gap-2">
      <h2 className="mr-auto font-[600]">{t('rows')}</h2>
      <Button because={props.may} onClick={props.onAuto}>
        {t('clear')}
      </Button>
      <Button keys="b" because={props.handOff} onClick={props.onHand}>
        {t('clear_these')}
      </Button>
      <Button keys="o" because={props.treatOff} onClick={props.onTreat}>
        {t(props.isEntry ? 'note_entry' : 'treat')}
      </Button>
    </header>
  );
}

function useClearing(proof: StatementProof, company: string, onDone: () => void) {
  const t = useWords(words);
  const auto = useCashWrite(async () => {
    const { cleared } = await call(clearLines, { body: { company } });
    say({ text: t('cleared', { count: cleared }) });
  }, onDone);
  const byHand = useCashWrite((chosen: readonly OpenRow[]) => {
    const ids = (side: OpenRow['side']): string[] =>
      chosen.filter((row) => row.side === side).map((row) => row.id);
    const { bankAccountId } = proof;
    const body = { company, lineIds: ids('bank'), entryKeys: ids('book') };
    const reason = t('clear_these');
    return call(clearByHand, { params: { bankAccountId }, body: { ...body, reason } });
  }, onDone);
  return { auto, byHand };
}
