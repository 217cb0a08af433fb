/** `dunlin packs`: the schedules; `make` writes a pack to a folder, `send` does what is due. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Id } from '#kernel/ids.ts';
import { allPermissions } from '#platform/auth/roles.ts';
import { calendarOf, companiesNamed, oneCompany } from '#areas/team/index.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, dayOption, formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import type { PackMaker } from '#platform/packs/maker.ts';
import { closedWatermark } from '#platform/postgres/watermark.ts';
import { packCompanies, packCompany } from './answers/company.ts';
import { makeDue } from './answers/make-due.ts';
import { peopleOf } from './answers/people.ts';
import { render } from './answers/render/render.ts';
import { sendNextPack } from './answers/send-packs.ts';
import { wireSchedule } from './answers/wire.ts';
import type { WireSchedule } from './contract.ts';
import { asOfFor } from './rules/rhythm.ts';
import { issueBefore } from './store/issues.ts';
import { schedulesOf } from './store/schedules.ts';
import { words } from './words.ts';

const options = {
  ...formatOptions,
  company: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
  language: { type: 'string' },
  set: { type: 'string', multiple: true },
} as const;

/** Whoever reaches the database on the command line sees all of it. */
const whole = {
  sight: 'company',
  memberId: null,
  permissions: allPermissions,
  companies: 'all',
} as const;

/** The makers come from whoever wires the areas together. */
export function packCommands(makers: readonly PackMaker[]): readonly Command[] {
  return [
    {
      on: 'desk',
      name: 'packs',
      usage:
        '[make KIND --out DIR [--as-of DAY] [--language en|es] [--set NAME=VALUE]… | send] ' +
        '[--company CODE] [--json | --csv]',
      summary: words['command.packs'],
      run: (args, desk) => run(args, desk, makers),
    },
  ];
}

async function run(
  args: readonly string[],
  desk: CliDesk,
  makers: readonly PackMaker[],
): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [verb, kind, ...rest] = positionals;
  if (verb === undefined) return list(desk, makers, values);
  if (verb === 'send' && kind === undefined) return send(desk, makers);
  if (verb !== 'make' || kind === undefined || rest.length > 0) {
    throw new WrongUsage({
      en: 'write packs, packs make KIND --out DIR, or packs send',
      es: 'escriba packs, packs make CLASE --out CARPETA, o packs send',
    });
  }
  const { out } = values;
  if (out === undefined) {
    throw new WrongUsage({
      en: '--out takes the folder to write to',
      es: '--out lleva la carpeta donde escribir',
    });
  }
  return make(desk, makerOf(makers, kind, desk), { ...values, out });
}

function makerOf(makers: readonly PackMaker[], kind: string, desk: CliDesk): PackMaker {
  const maker = makers.find((each) => each.kind === kind);
  if (maker) return maker;
  const known = makers.map((each) => each.kind).join(', ');
  const code = 'packs.kind_unknown';
  throw new Unfit(code, say(words, code, { kind, known }, desk.language));
}

type Wanted = {
  readonly company?: string | undefined;
  readonly 'as-of'?: string | undefined;
  readonly language?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly out: string;
};

/** Writes the PDF, the workbook and the mail; nothing is kept and nobody is written to. */
async function make(desk: CliDesk, maker: PackMaker, wanted: Wanted): Promise<Exit> {
  const { companyId } = await oneCompany(desk, wanted.company);
  const company = await packCompany(desk.db, companyId);
  const today = desk.clock.today();
  const named = dayOption('as-of', wanted['as-of']);
  const asOf = named ?? asOfFor(maker.of, today, await calendarOf(desk.db, companyId));
  const language = choiceOption('language', wanted.language, ['en', 'es'] as const);
  const asked = {
    company,
    asOf,
    today,
    knownAt: await closedWatermark(desk.db, desk.clock.now()),
    language: language ?? desk.language,
    reader: whole,
    settings: await settingsOf(desk, maker, wanted.set ?? []),
    before: await issueBefore(desk.db, { scheduleId: null, companyId, kind: maker.kind }),
  };
  const pack = await maker.make(desk.db, asked);
  const made = await render(pack, asked, { schedule: null, owner: '' });
  await mkdir(wanted.out, { recursive: true });
  const files = { pdf: made.pdf, xlsx: made.xlsx, html: made.mailHtml, txt: made.mailText };
  for (const [ending, content] of Object.entries(files)) {
    const file = path.resolve(wanted.out, `${maker.kind}-${company.code}-${asOf}.${ending}`);
    await writeFile(file, content);
    desk.print(file);
  }
  return 0;
}

/** What the kind asks beside the day, as `--set report=over-60` says it. */
async function settingsOf(desk: CliDesk, maker: PackMaker, said: readonly string[]) {
  const settings = Object.fromEntries(
    said.map((each) => {
      const at = each.indexOf('=');
      if (at < 1) {
        throw new WrongUsage({
          en: `--set takes NAME=VALUE, not "${each}"`,
          es: `--set lleva NOMBRE=VALOR, no «${each}»`,
        });
      }
      return [each.slice(0, at), each.slice(at + 1)];
    }),
  );
  for (const { setting, choices } of (await maker.asks?.(desk.db, whole)) ?? []) {
    if (choices.some(({ value }) => value === settings[setting])) continue;
    const code = 'packs.setting_missing';
    const facts = { setting, choices: choices.map(({ value }) => value).join(', ') };
    throw new Unfit(code, say(words, code, facts, desk.language));
  }
  return settings;
}

/** Makes what is due; its mails go out now where a mail server is set up. */
async function send(desk: CliDesk, makers: readonly PackMaker[]): Promise<Exit> {
  const { actor } = desk;
  const made = await makeDue(desk, makers, { actor, reason: 'asked on the command line' });
  let sent = 0;
  if (desk.mail === undefined) desk.complain(say(words, 'packs.no_mail', {}, desk.language));
  else while (await sendNextPack(desk, desk.mail)) sent += 1;
  desk.print(say(words, 'packs.sent_count', { made, sent }, desk.language));
  return 0;
}

type Format = {
  readonly company?: string | undefined;
  readonly json: boolean;
  readonly csv: boolean;
};

async function list(desk: CliDesk, makers: readonly PackMaker[], format: Format): Promise<Exit> {
  const ids: readonly Id[] = await companiesNamed(desk, format.company);
  const telling = {
    makers,
    people: await peopleOf(desk.db),
    language: desk.language,
    memberId: null,
  };
  const rows: WireSchedule[] = [];
  for (const company of await packCompanies(desk.db, ids)) {
    for (const schedule of await schedulesOf(desk.db, [company.companyId])) {
      rows.push(await wireSchedule(desk, schedule, { company, ...telling }));
    }
  }
  const kinds = makers.map(({ kind, title }) => ({ kind, title: title[desk.language] }));
  if (format.json) desk.print(JSON.stringify({ kinds, rows }));
  else if (format.csv) desk.print(csvTable(columns(desk), rows));
  else desk.print(rows.length === 0 ? told(desk, 'packs.none') : textTable(columns(desk), rows));
  return 0;
}

function columns(desk: CliDesk): Column<WireSchedule>[] {
  const title = (name: string): string => told(desk, `packs.${name}`);
  return [
    { title: title('name'), text: (row) => row.name },
    { title: title('kind'), text: (row) => row.kind },
    { title: title('when'), text: (row) => row.rhythmText },
    { title: title('next'), text: (row) => row.next?.on ?? '' },
    { title: title('last'), text: (row) => row.last?.period ?? '' },
    { title: title('state'), text: (row) => title(`state_${row.state}`) },
    { title: title('owner'), text: (row) => row.owner },
  ];
}

function told(desk: CliDesk, code: string): string {
  return say(words, code, {}, desk.language);
}
