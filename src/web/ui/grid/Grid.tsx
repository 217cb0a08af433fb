/**
 * A list of rows as a quiet ledger: only the rows in sight are laid out, so a hundred
 * thousand stay smooth. The server sorts, filters and pages; the grid asks for the next page
 * as its end comes near and says when the list is cut.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef } from 'react';
import { words } from '../words.ts';
import { useWords } from '../say.ts';
import { type Column, fitting, type SortState, tracks } from './columns.ts';
import { useCursor } from './cursor.ts';
import { sayWhatIsCut } from './cut-text.ts';
import { GridFoot } from './GridFoot.tsx';
import { GridHead } from './GridHead.tsx';
import { type Dragging, GridRow } from './GridRow.tsx';
import { useNarrow } from '../media.ts';
import { useOffset, usePrinting, useWidth } from './measure.ts';
import { useScroller } from './scroller.ts';

export type Paging = {
  /** Rows in the whole list. */
  readonly count: number;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly loadMore: () => void;
};

export type GridProps<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The key of the row one is on. */
  at: string | null;
  onMove: (key: string) => void;
  onOpen?: (row: Row) => void;
  onMark?: (row: Row) => void;
  /** A row was dragged onto another one, whose place it is to take. */
  onDrag?: ((row: Row, onto: Row) => void) | undefined;
  /** The two lines of a row on a phone: the figure stands at the right edge. */
  narrow: (row: Row) => ReactNode;
  rowHeight?: number;
  narrowHeight?: number;
  sort?: SortState;
  paging?: Paging;
  quiet?: (row: Row) => boolean;
  totals?: boolean;
  active?: boolean;
  /** Said under the head when there are no rows. */
  empty?: ReactNode;
};

export function Grid<Row>(props: GridProps<Row>) {
  const { rows, paging, totals = false } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const isNarrow = useNarrow();
  const width = useWidth(box);
  const shown = useMemo(() => fitting(props.columns, width), [props.columns, width]);
  const template = tracks(shown);
  const height = isNarrow ? (props.narrowHeight ?? 60) : (props.rowHeight ?? 38);
  const lines = useLines(body, rows.length, height, totals);
  const { keys, index } = useRowKeys(props);
  const press = usePress(props, isNarrow, box);
  useInSight(lines, index, box);
  useNextPage(lines, rows.length, paging);
  const drag = useDrag(props);
  return (
    // The grid itself has the focus; the row one is on is its active descendant.
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={(paging?.count ?? rows.length) + 1}
      aria-activedescendant={drawn(lines, index) ? `${id}-${index}` : undefined}
      aria-multiselectable={props.onMark !== undefined || undefined}
      className="grid-box"
    >
      {!isNarrow && <GridHead columns={shown} template={template} sort={props.sort} />}
      <div
        ref={body}
        role="rowgroup"
        className="grid-body"
        style={{ height: lines.getTotalSize() }}
        onPointerOver={sayWhatIsCut}
      >
        {lines.getVirtualItems().map((line) => (
          <GridRow
            key={keys[line.index]}
            id={`${id}-${line.index}`}
            row={rows[line.index]}
            index={line.index}
            top={line.start - lines.options.scrollMargin}
            height={height}
            columns={shown}
            template={template}
            selected={line.index === index}
            quiet={props.quiet}
            narrow={isNarrow ? props.narrow : undefined}
            onPress={press}
            onOpen={props.onOpen}
            drag={isNarrow ? undefined : drag}
          />
        ))}
      </div>
      {rows.length === 0 && <EmptyRow>{props.empty}</EmptyRow>}
      <GridFoot
        columns={shown}
        template={template}
        totals={totals && !isNarrow}
        paging={paging}
        shown={rows.length}
      />
    </div>
  );
}

/** Only a row that is on the page can be named as the active one. */
function drawn(lines: Lines, index: number): boolean {
  return lines.getVirtualItems().some((line) => line.index === index);
}

/** The keys of the rows, and the index of the one the reader is on. */
function useRowKeys<Row>(props: GridProps<Row>): { keys: readonly string[]; index: number } {
  const { rows, rowKey, at, onMove, onOpen, onMark, active = true } = props;
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey]);
  const byKey = useCallback((key: string) => rows[keys.indexOf(key)], [rows, keys]);
  const open = useMemo(() => withRow(byKey, onOpen), [byKey, onOpen]);
  const mark = useMemo(() => withRow(byKey, onMark), [byKey, onMark]);
  const index = useCursor({ keys, at, onMove, onOpen: open, onMark: mark, pageRows: 12, active });
  return { keys, index };
}

type Lines = ReturnType<typeof useVirtualizer<HTMLElement, Element>>;

function useLines(
  body: React.RefObject<HTMLDivElement | null>,
  count: number,
  height: number,
  totals: boolean,
): Lines {
  const scroller = useScroller();
  const offset = useOffset(body, scroller);
  const printing = usePrinting();
  // oxlint-disable-next-line react/incompatible-library -- No compiler memoises this hook's user.
  const lines = useVirtualizer<HTMLElement, Element>({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => height,
    overscan: printing ? Math.min(count, 5000) : 8,
    scrollMargin: offset,
    scrollPaddingStart: 44,
    scrollPaddingEnd: totals ? 52 : 12,
  });
  useEffect(() => lines.measure(), [lines, height]);
  return lines;
}

/** Brings the row one moved to into sight, and gives the grid the focus if nobody has it. */
function useInSight(
  lines: Lines,
  index: number,
  box: React.RefObject<HTMLDivElement | null>,
): void {
  const before = useRef(-1);
  useEffect(() => {
    if (index < 0 || before.current === index) return;
    const first = before.current < 0;
    before.current = index;
    if (first) return;
    lines.scrollToIndex(index, { align: 'auto' });
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [lines, index, box]);
}

function useNextPage(lines: Lines, count: number, paging: Paging | undefined): void {
  const lastLine = lines.getVirtualItems().at(-1)?.index ?? 0;
  const near = count > 0 && lastLine >= count - 30;
  const { hasMore = false, loading = false, loadMore } = paging ?? {};
  useEffect(() => {
    if (near && hasMore && !loading) loadMore?.();
  }, [near, hasMore, loading, loadMore]);
}

function usePress<Row>(
  props: GridProps<Row>,
  isNarrow: boolean,
  box: React.RefObject<HTMLDivElement | null>,
): (row: Row) => void {
  const { rowKey, onMove, onOpen } = props;
  return useCallback(
    (row: Row) => {
      onMove(rowKey(row));
      if (isNarrow) onOpen?.(row);
      else box.current?.focus({ preventScroll: true });
    },
    [rowKey, onMove, onOpen, isNarrow, box],
  );
}

/** What a row's element needs to be dragged onto another; undefined where rows stay put. */
function useDrag<Row>({ rowKey, rows, onDrag }: GridProps<Row>): Dragging<Row> | undefined {
  const dragged = useRef<string>(null);
  return useMemo(() => {
    if (onDrag === undefined) return undefined;
    return {
      take: (row: Row) => {
        dragged.current = rowKey(row);
      },
      put: (onto: Row) => {
        const row = rows.find((each) => rowKey(each) === dragged.current);
        dragged.current = null;
        if (row !== undefined && row !== onto) onDrag(row, onto);
      },
    };
  }, [rowKey, rows, onDrag]);
}

function withRow<Row>(
  byKey: (key: string) => Row | undefined,
  act: ((row: Row) => void) | undefined,
): ((key: string) => void) | undefined {
  if (act === undefined) return undefined;
  return (key) => {
    const row = byKey(key);
    if (row !== undefined) act(row);
  };
}

function EmptyRow({ children }: { children: ReactNode }) {
  const t = useWords(words);
  return (
    <div role="row">
      <div role="gridcell">{children ?? <p className="p-6">{t('shown_all', { count: 0 })}</p>}</div>
    </div>
  );
}
