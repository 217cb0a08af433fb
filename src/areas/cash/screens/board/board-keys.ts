/** What each key does on the match board, in the mode that it is in. */
import { type ShortReason, shortReasons } from '#areas/cash/rules/receipts/spread.ts';
import { useLanguage } from '#web/ui/language.tsx';
import type { KeyBinding } from '#web/ui/keys.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useWords } from '#web/ui/say.ts';
import type { BoardWork } from './use-board.ts';
import { letterOf, rowHere, toLookAt } from './ways.ts';
import { shortWords, words } from './words.ts';

type Say = ReturnType<typeof useWords<typeof words>>;

export type Ways = {
  readonly onReturn: () => void;
  readonly onAsk: () => void;
  readonly onSplit: () => void;
  readonly onFamily: () => void;
  readonly onFind: () => void;
  readonly onElsewhere: () => void;
};

/** Registers the keys; nothing without the right to post. */
export function useBoardKeys(work: BoardWork | undefined, ways: Ways, may: boolean): void {
  const t = useWords(words);
  const language = useLanguage();
  const reasonName = (reason: ShortReason): string => shortWords[reason][language];
  useKeys(work === undefined || !may ? [] : keysOf(work, ways, t, reasonName));
}

function keysOf(
  work: BoardWork,
  ways: Ways,
  t: Say,
  reasonName: (reason: ShortReason) => string,
): KeyBinding[] {
  const { asking, mode } = work.state;
  const stop = { key: 'Escape', phrase: t('cancel'), run: () => work.change({ asking: null }) };
  if (asking === 'short') return [stop, ...shortKeys(work, t)];
  if (asking === 'reason') return [stop, ...reasonKeys(work, reasonName)];
  if (asking !== null) return [stop, { key: 'Enter', phrase: t('confirm'), run: work.confirm }];
  if (mode === 'rows') return [...rowKeys(work, t), ...sharedKeys(work, ways, t)];
  if (mode === 'manual') return [...manualKeys(work, ways, t), ...sharedKeys(work, ways, t)];
  return [...proposalKeys(work, t), ...sharedKeys(work, ways, t)];
}

function shortKeys(work: BoardWork, t: Say): KeyBinding[] {
  return [
    { key: 'd', phrase: t('deduction'), run: () => work.change({ asking: 'reason' }) },
    { key: 't', phrase: t('tolerance'), run: () => work.short('tolerance') },
    { key: 's', phrase: t('short_pay'), run: () => work.short('open') },
  ];
}

/** A digit a reason; on a board of rows it is the reason of the row one is on. */
function reasonKeys(work: BoardWork, name: (reason: ShortReason) => string): KeyBinding[] {
  return shortReasons.map((reason, at) => ({
    key: String((at + 1) % 10),
    phrase: name(reason),
    run: () => (work.state.mode === 'rows' ? giveReason(work, reason) : work.short(reason)),
  }));
}

/** Notes the reason of the row one is on and goes on to the next that wants looking at. */
export function giveReason({ state, sums, change }: BoardWork, reason: ShortReason): void {
  const item = sums.rows[rowHere(sums.rows, state)]?.item;
  if (!item) return;
  const reasons = new Map(state.reasons).set(item.itemId, reason);
  change({ reasons, chosen: false, asking: null, touched: true });
}

function proposalKeys(work: BoardWork, t: Say): KeyBinding[] {
  const { proposals, returns } = work.data;
  if (returns.length > 0) return [];
  return proposals.slice(0, 9).map((proposal, at) => ({
    key: at === 0 ? 'Enter' : String(at + 1),
    phrase: at === 0 ? t('accept') : t('accept_other', { letter: letterOf(at) }),
    run: () => work.accept(proposal),
  }));
}

function sharedKeys(work: BoardWork, ways: Ways, t: Say): KeyBinding[] {
  const manual = (): void => work.change({ mode: 'manual', asking: null });
  return [
    { key: 'm', phrase: t('manual'), run: manual },
    { key: 'k', phrase: t('split'), run: ways.onSplit },
    { key: 'h', phrase: t('on_account'), run: () => keepOrAsk(work) },
    { key: 'q', phrase: t('ask_payer'), run: ways.onAsk },
    { key: 'r', phrase: t('bounce'), run: ways.onReturn },
    { key: 'e', phrase: t('elsewhere'), run: ways.onElsewhere },
  ];
}

/** On a board of rows: this row stays on account. Else: all of it. */
function keepOrAsk(work: BoardWork): void {
  const { state, sums, change } = work;
  if (state.mode !== 'rows') {
    work.toAccount();
    return;
  }
  const kept = new Set(state.kept).add(rowHere(sums.rows, state));
  change({ kept, chosen: false, touched: true });
}

function manualKeys(work: BoardWork, ways: Ways, t: Say): KeyBinding[] {
  const { state, sums, change } = work;
  const last = sums.items.length - 1;
  const to = (at: number) => () => change({ at: Math.max(0, Math.min(at, last)) });
  const here = sums.items[state.at];
  if (state.opened !== null) return lineKeys(work, t);
  const open = (): void => here && change({ opened: { itemId: here.itemId, at: 0 } });
  return [
    { key: 'ArrowRight', phrase: t('lines_open'), run: open },
    { key: 'ArrowDown', phrase: t('item'), run: to(state.at + 1), unlisted: true },
    { key: 'ArrowUp', phrase: t('item'), run: to(state.at - 1), unlisted: true },
    { key: 'j', phrase: t('item'), run: to(state.at + 1), unlisted: true },
    { key: 'Space', phrase: t('mark'), run: () => here && work.mark(here.itemId) },
    { key: 'f', phrase: t('find'), run: ways.onFind },
    { key: '^', phrase: t('family'), run: ways.onFamily },
    { key: 'Enter', phrase: t('post'), run: work.post },
    { key: 'Escape', phrase: t('back'), run: () => change({ mode: 'proposals' }) },
  ];
}

/** While the lines of an item lie open the list of lines has its own keys; here is the way out. */
function lineKeys({ change, post }: BoardWork, t: Say): KeyBinding[] {
  const close = (): void => change({ opened: null });
  return [
    { key: 'ArrowLeft', phrase: t('lines_close'), run: close },
    { key: 'Escape', phrase: t('lines_close'), run: close, unlisted: true },
    { key: 'Enter', phrase: t('post'), run: post },
  ];
}

function rowKeys(work: BoardWork, t: Say): KeyBinding[] {
  const { state, sums, change } = work;
  const look = toLookAt(sums.rows, { kept: new Set(), reasons: new Map() });
  const place = look.indexOf(rowHere(sums.rows, state));
  const to = (next: number) => () => change({ at: look[next] ?? look[0] ?? 0, chosen: true });
  return [
    { key: 'ArrowDown', phrase: t('rows'), run: to(place + 1), unlisted: true },
    { key: 'ArrowUp', phrase: t('rows'), run: to(place - 1), unlisted: true },
    { key: 'j', phrase: t('rows'), run: to(place + 1), unlisted: true },
    { key: 'd', phrase: t('deduction'), run: () => change({ asking: 'reason', proposal: null }) },
    { key: 's', phrase: t('short_pay'), run: () => giveReason(work, 'unknown') },
    { key: 'Enter', phrase: t('post'), run: work.post },
    { key: 'Escape', phrase: t('back'), run: () => change({ mode: 'proposals' }) },
  ];
}
