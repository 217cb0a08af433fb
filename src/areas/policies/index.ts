/** What other areas' server code may call of the policies. */
export { type Tested, proposeVersion } from './actions/propose-version.ts';
export { noteSimulation } from './actions/note-simulation.ts';
export { decideVersion } from './actions/decide-version.ts';
export { publishVersion } from './actions/publish-version.ts';
export { sayPolicyRefusal } from './answers/speak.ts';
export { policyKeys, publishedDocuments, versionAsWritten } from './store/in-force.ts';
export { type ToldVersion, toldVersions } from './store/list.ts';
