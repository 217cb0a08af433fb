/** What the composition may take of the datasets. */
export { savedReportMaker } from './answers/report-maker.ts';
