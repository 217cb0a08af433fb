/** Templates over the wire: read, tried, proposed, decided. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { type Language, languages } from '#kernel/words.ts';
import type { Desk } from '#platform/action.ts';
import type { Session } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { accountsNumbered } from '#areas/customers/index.ts';
import { decideTemplate } from '../actions/templates/decide-template.ts';
import { proposeTemplate } from '../actions/templates/propose-template.ts';
import { factsFor, renderWording } from '../actions/templates/render-template.ts';
import { sampleExtra } from '../answers/templates/sample-extra.ts';
import { wireProblems } from '../answers/templates/wire-problems.ts';
import { wireTemplates, wireVersions } from '../answers/templates/wire-template.ts';
import * as contract from '../contract/templates.ts';
import { fields, lists } from '../rules/templates/fields.ts';
import { packsWithSentences } from '../rules/templates/legal.ts';
import { standardTemplate } from '../rules/templates/standard/all.ts';
import type { Template } from '../rules/templates/template.ts';
import { templateVersions } from '../store/templates.ts';

const reading: readonly Served[] = [
  serve(contract.templates, async ({ desk, session }) => {
    const versions = await templateVersions(desk.db);
    return accept({ rows: wireTemplates(versions, desk.clock.today(), session.language) });
  }),
  serve(contract.templateFields, ({ session }) => {
    const said = ({ path, says }: (typeof fields)[number]) => ({
      path,
      says: says[session.language],
    });
    return Promise.resolve(
      accept({
        fields: [
          ...fields.map((field) => ({ ...said(field), each: [] })),
          ...lists.map((list) => ({ ...said(list), each: list.each.map(said) })),
        ],
        packs: [...packsWithSentences],
      }),
    );
  }),
  serve(contract.templateVersions, async ({ params, desk, session }) => {
    const versions = await templateVersions(desk.db, params.key);
    const delivered = standardTemplate(params.key);
    return accept({
      rows: wireVersions(versions, delivered, desk.clock.today(), session.language),
    });
  }),
];

const writing: readonly Served[] = [
  serve(contract.tryTemplate, async ({ body, desk, session }) => {
    const { account, ...template } = body;
    const problems = wireProblems(template, session.language);
    const accountId = await accountCalled(desk, session, account);
    if (accountId === undefined) return accept({ problems, en: null, es: null });
    const tried = await Promise.all(languages.map((each) => read(desk, template, accountId, each)));
    const [en, es] = tried.map((each) => (each.ok ? each.value : null));
    return accept({ problems, en: en ?? null, es: es ?? null });
  }),
  serve(contract.proposeTemplate, ({ body, perform }) => {
    const { reason, ownerId, expiresOn, ...template } = body;
    const proposal = {
      ...template,
      ownerId: ownerId === null ? null : id(ownerId),
      expiresOn: expiresOn === null ? null : day(expiresOn),
    };
    return perform('correspondence.propose_template', reason, (context) =>
      proposeTemplate(context, proposal),
    );
  }),
  serve(contract.decideTemplate, ({ params, body, perform }) =>
    perform('correspondence.decide_template', body.reason, (context) =>
      decideTemplate(context, { ...params, act: body.act }),
    ),
  ),
];

/** The account with this number in a company that the reader sees. */
async function accountCalled(
  { db }: Desk,
  { companies }: Session,
  number: string | null,
): Promise<Id | undefined> {
  if (number === null || number === '') return undefined;
  const found = await accountsNumbered(db, number, undefined);
  return found.find(({ company }) => companies.some(({ code }) => code === company))?.accountId;
}

async function read({ db, clock }: Desk, template: Template, accountId: Id, language: Language) {
  const on = clock.today();
  const wish = { accountId, contactId: null, itemIds: [], on };
  const facts = await factsFor(db, { ...wish, extra: sampleExtra(on) });
  return facts.ok ? renderWording(template, facts.value, language) : facts;
}

export const templateRoutes: readonly Served[] = [...reading, ...writing];
