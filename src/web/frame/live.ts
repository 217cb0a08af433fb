/** Live figures: the server says which figures changed, and whoever shows one asks again. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { liveFigures } from '#platform/contract/live.ts';

/** The lists that show figures of an area. */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  cash: ['dashboards'],
  disputes: ['dashboards'],
  complaints: ['dashboards'],
  forecast: ['forecast', 'account', 'dashboards'],
  metrics: ['dashboards'],
  portfolios: ['dashboards'],
  approvals: ['approvals', 'account'],
  escalations: ['escalations', 'account', 'worklist'],
  clocks: ['clocks', 'account', 'worklist', 'dashboards'],
  credit: ['credit', 'holds', 'account', 'worklist'],
  customers: ['account', 'worklist', 'dashboards'],
  ledger: ['account', 'aging', 'today', 'worklist', 'dashboards'],
  correspondence: ['account', 'outbox', 'templates', 'dashboards'],
  promises: ['account', 'promises', 'today', 'worklist', 'dashboards'],
  compliance: ['account', 'contacts', 'permits', 'compliance', 'dashboards'],
  projects: ['verification', 'projects'],
  tasks: ['tasks', 'account', 'worklist'],
  worklist: ['worklist', 'today', 'dashboards'],
  presence: ['presence'],
  imports: ['imports', 'today'],
  team: ['members', 'absences', 'account', 'worklist', 'today', 'dashboards'],
};

export function useLiveFigures(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const stream = new EventSource(liveFigures.path);
    stream.addEventListener('changed', (event) => {
      const lists = new Set(figuresOf(event.data).flatMap((area) => shownBy[area] ?? []));
      for (const list of lists) void queries.invalidateQueries({ queryKey: [list] });
    });
    return () => stream.close();
  }, [queries]);
}

function figuresOf(data: unknown): readonly string[] {
  const news: unknown = typeof data === 'string' ? JSON.parse(data) : undefined;
  if (typeof news !== 'object' || news === null || !('figures' in news)) return [];
  const { figures } = news;
  return Array.isArray(figures) ? figures.filter((name) => typeof name === 'string') : [];
}
