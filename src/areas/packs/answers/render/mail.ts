/**
 * A pack as a mail: the summary, its figures and the first rows, as text and as HTML that stays
 * readable where a mail program drops styles. No picture is fetched and none is attached but the
 * PDF: charts stand there.
 */
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { PrintedBlock, PrintedFigure } from '../../contract/printed.ts';
import { words } from '../../words/render.ts';
import { escapeXml } from './chart-svg.ts';

export type Letterhead = {
  readonly title: string;
  readonly company: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly summary: readonly string[];
  readonly language: Language;
  /** Null where nobody scheduled it. */
  readonly schedule: string | null;
  readonly owner: string;
  readonly ownPart: boolean;
};

export type Told = { readonly text: string; readonly html: string };

/** Rows of a table in a mail; paper and workbook have more. */
const mostRows = 12;

export function mailOf(head: Letterhead, blocks: readonly PrintedBlock[]): Told {
  return { text: textOf(head, blocks), html: htmlOf(head, blocks) };
}

function stamp({ asOf, knownAt, company, language }: Letterhead): string {
  const known = `${knownAt.slice(0, 16).replace('T', ' ')} UTC`;
  return [
    company,
    say(words, 'render.as_of', { asOf }, language),
    say(words, 'render.known', { known }, language),
  ].join(' · ');
}

function foot({ schedule, owner, ownPart, language }: Letterhead): string[] {
  return [
    ...(ownPart ? [say(words, 'render.own', {}, language)] : []),
    say(words, 'render.attached', {}, language),
    ...(schedule === null ? [] : [say(words, 'render.why', { schedule, owner }, language)]),
  ];
}

function textOf(head: Letterhead, blocks: readonly PrintedBlock[]): string {
  const told = blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []));
  const warnings = blocks.flatMap((block) =>
    block.kind === 'text' && block.tone === 'warning' ? [`! ${block.text}`] : [],
  );
  return [
    head.title,
    stamp(head),
    '',
    ...head.summary,
    ...warnings,
    '',
    ...told.map((each) => {
      const beside = [each.change, each.goal].filter((part) => part !== '').join('; ');
      return `${each.label}: ${each.value}${beside === '' ? '' : ` (${beside})`}`;
    }),
    '',
    ...foot(head),
  ].join('\n');
}

const ink = '#1f2933';
const quiet = '#5b6472';
const headingStyle = `margin:20px 0 6px;font-size:16px;color:${ink}`;
const tones = { plain: quiet, good: '#2f6b2a', bad: '#a3312a' } as const;

function htmlOf(head: Letterhead, blocks: readonly PrintedBlock[]): string {
  const summary = head.summary.map((line) => p(line, `margin:0 0 6px;color:${ink}`)).join('');
  return [
    `<!doctype html><html lang="${head.language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeXml(head.title)}</title>`,
    '</head><body style="margin:0;padding:16px;background:#f4f5f7;',
    'font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.45">',
    '<div style="max-width:680px;margin:0 auto;background:#fff;padding:24px">',
    `<h1 style="margin:0;font-size:21px;color:${ink}">${escapeXml(head.title)}</h1>`,
    p(stamp(head), `margin:4px 0 16px;color:${quiet};font-size:12px`),
    summary,
    ...blocks.map(shownBlock),
    `<hr style="border:0;border-top:1px solid #d9dce1;margin:20px 0 12px">`,
    ...foot(head).map((line) => p(line, `margin:0 0 4px;color:${quiet};font-size:12px`)),
    '</div></body></html>',
  ].join('\n');
}

function p(text: string, style: string): string {
  return `<p style="${style}">${escapeXml(text)}</p>`;
}

function shownBlock(one: PrintedBlock): string {
  switch (one.kind) {
    case 'heading':
      return `<h2 style="${headingStyle}">${escapeXml(one.text)}</h2>`;
    case 'text':
      return p(one.text, textStyle(one.tone));
    case 'figures':
      return figures(one.figures);
    case 'table':
      return table(one);
    case 'chart':
      // Mail programs show no SVG; the numbers stand in their place.
      return table({
        kind: 'table',
        name: one.title,
        columns: one.columns.map((header, at) => ({ header, right: at > 0, wide: at === 0 })),
        rows: one.rows.slice(-mostRows),
        totals: [],
        totalRows: [],
        marked: [],
        more: '',
      });
  }
}

function textStyle(tone: 'plain' | 'quiet' | 'warning'): string {
  if (tone === 'warning') {
    return 'margin:10px 0;padding:8px 12px;background:#fdf3e3;border-left:3px solid #c2571a';
  }
  return `margin:8px 0;color:${tone === 'quiet' ? quiet : ink}`;
}

function figures(all: readonly PrintedFigure[]): string {
  const rows = all.map(
    ({ label, value, change, tone, goal, goalTone }) =>
      `<tr><td style="padding:6px 8px 6px 0;border-bottom:1px solid #e3e6ea">${escapeXml(label)}` +
      `</td><td align="right" style="padding:6px 8px;border-bottom:1px solid #e3e6ea;` +
      `white-space:nowrap"><strong>${escapeXml(value)}</strong></td>` +
      `<td align="right" style="padding:6px 0;border-bottom:1px solid #e3e6ea;font-size:12px">` +
      `<span style="color:${tones[tone]}">${escapeXml(change)}</span> ` +
      `<span style="color:${tones[goalTone]}">${escapeXml(goal)}</span></td></tr>`,
  );
  return `<table role="presentation" cellspacing="0" width="100%">${rows.join('')}</table>`;
}

function table(one: Extract<PrintedBlock, { kind: 'table' }>): string {
  const style = 'padding:4px 6px;border-bottom:1px solid #e3e6ea;font-size:12px';
  const line = (cells: readonly string[], tag: 'td' | 'th', marked: boolean): string =>
    `<tr${marked ? ' style="background:#fdf3e3"' : ''}>${cells
      .map((text, at) => {
        const side = one.columns[at]?.right ? 'right' : 'left';
        return `<${tag} align="${side}" style="${style}">${escapeXml(text)}</${tag}>`;
      })
      .join('')}</tr>`;
  const rows = one.rows.slice(0, mostRows);
  return [
    `<h3 style="margin:16px 0 4px;font-size:13px;color:${ink}">${escapeXml(one.name)}</h3>`,
    '<table cellspacing="0" width="100%">',
    line(
      one.columns.map(({ header }) => header),
      'th',
      false,
    ),
    ...rows.map((row, at) => line(row, 'td', one.marked.includes(at))),
    ...lastRows(one).map((row) => line(row, 'th', false)),
    '</table>',
    ...(one.more === '' ? [] : [p(one.more, `margin:2px 0;color:${quiet};font-size:12px`)]),
  ].join('');
}

function lastRows({ totals, totalRows }: Extract<PrintedBlock, { kind: 'table' }>): string[][] {
  return totals.length === 0 ? totalRows : [totals, ...totalRows];
}
