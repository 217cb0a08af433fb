/** A pack as it is read, over the wire: all texts, in the language of its reader. */
import { z } from 'zod';

const tone = z.enum(['plain', 'good', 'bad']);

const printedFigure = z.object({
  label: z.string(),
  value: z.string(),
  change: z.string().describe('Since the issue before; empty where there is none.'),
  tone,
  goal: z.string(),
  goalTone: tone,
  note: z.string(),
});
export type PrintedFigure = z.infer<typeof printedFigure>;

export const printedBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string(), page: z.boolean() }),
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    tone: z.enum(['plain', 'quiet', 'warning']),
  }),
  z.object({ kind: z.literal('figures'), figures: z.array(printedFigure) }),
  z.object({
    kind: z.literal('table'),
    name: z.string(),
    columns: z.array(z.object({ header: z.string(), right: z.boolean(), wide: z.boolean() })),
    rows: z.array(z.array(z.string())),
    totals: z.array(z.string()).describe('The last row; empty where nothing adds up.'),
    // What was archived before has none.
    totalRows: z
      .array(z.array(z.string()))
      .default([])
      .describe('Last rows where there is one a currency.'),
    marked: z.array(z.number().int()).describe('Rows that ask for something.'),
    more: z.string().describe('That the workbook has more rows; empty where it has not.'),
  }),
  z.object({
    kind: z.literal('chart'),
    title: z.string(),
    alt: z.string(),
    svg: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())).describe('The same in numbers.'),
  }),
]);
export type PrintedBlock = z.infer<typeof printedBlock>;
