/** The kinds of packs, and one shown as it would be made now. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import type { PackMaker } from '#platform/packs/maker.ts';
import { closedWatermark } from '#platform/postgres/watermark.ts';
import { printedBlocks } from '../answers/render/printed.ts';
import * as contract from '../contract.ts';
import { issueBefore } from '../store/issues.ts';
import { companyAsked, dayAsked, makerAsked, readerAsked, sightFor } from './asking.ts';

export function kindRoutes(makers: readonly PackMaker[]): readonly Served[] {
  return [
    serve(contract.packKinds, async ({ session, desk }) => {
      const company = await companyAsked(desk, session, undefined);
      if (!company.ok) return accept({ rows: [] });
      const { companyId } = company.value;
      const { language, memberId, permissions, companyIds } = session;
      const rows = await Promise.all(
        makers.map(async (maker) => {
          const sight = sightFor(session, maker, companyId);
          const reader = {
            sight: sight === 'own' ? sight : 'company',
            memberId,
            permissions,
            companies: companyIds,
          } as const;
          const asks = sight === 'nothing' ? [] : ((await maker.asks?.(desk.db, reader)) ?? []);
          return {
            kind: maker.kind,
            title: maker.title[language],
            says: maker.says[language],
            sight,
            asks: asks.map(({ setting, label, choices }) => ({
              setting,
              label: label[language],
              choices: [...choices],
            })),
          };
        }),
      );
      return accept({ rows });
    }),

    serve(contract.previewPack, async ({ query, session, desk }) => {
      const maker = makerAsked(makers, query.kind);
      if (!maker.ok) return maker;
      const company = await companyAsked(desk, session, query.company);
      if (!company.ok) return company;
      const { companyId } = company.value;
      const reader = readerAsked(session, maker.value, companyId);
      if (!reader.ok) return reader;
      const asOf = await dayAsked(desk, { company: company.value, maker: maker.value }, query.asOf);
      if (!asOf.ok) return asOf;
      const settings = readSettings(query.settings);
      if (!settings.ok) return settings;
      const knownAt = await closedWatermark(desk.db, desk.clock.now());
      const { kind } = maker.value;
      const pack = await maker.value.make(desk.db, {
        company: company.value,
        asOf: asOf.value,
        today: desk.clock.today(),
        knownAt,
        language: session.language,
        reader: reader.value,
        settings: settings.value,
        before: await issueBefore(desk.db, { scheduleId: null, companyId, kind }),
      });
      return accept({
        title: pack.title,
        company: company.value.name,
        asOf: asOf.value,
        knownAt,
        summary: [...pack.summary],
        blocks: printedBlocks(pack, session.language),
      });
    }),
  ];
}

function readSettings(
  text: string | undefined,
): Outcome<Record<string, string>, 'packs.settings_unreadable'> {
  if (text === undefined) return accept({});
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return refuse('packs.settings_unreadable');
    const entries = Object.entries(read).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    );
    return accept(Object.fromEntries(entries));
  } catch {
    return refuse('packs.settings_unreadable');
  }
}
