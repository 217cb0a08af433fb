/** Feeds: how each stands that this server looks at. */
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import * as contract from '../contract/feeds.ts';
import { feedsNow } from '../store/feeds.ts';

export const feedRoutes: readonly Served[] = [
  serve(contract.bankFeeds, async ({ desk, session }) => {
    const standing = new Map((await feedsNow(desk.db)).map((each) => [each.feed, each]));
    const codes = new Set(session.companies.map(({ code }) => code));
    const rows = (desk.feeds ?? []).filter(({ company }) => codes.has(company));
    return accept({
      rows: rows.map(({ name, company }) => {
        const stands = standing.get(name);
        return {
          name,
          company,
          fetched: stands?.fetched ?? 0,
          workedAt: stands?.workedAt ?? null,
          problem: stands?.problem ?? null,
        };
      }),
    });
  }),
];
