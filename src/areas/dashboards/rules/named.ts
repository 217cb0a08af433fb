/** Names of other areas that stand on dashboards: units and parts of figures, causes, warnings. */
export { rootCauses as causes } from '#areas/disputes/rules/cause.ts';
export { partKinds, partRoles, units } from '#areas/metrics/rules/metric.ts';
