/** What other screens may show of the workbooks. */
export { EditInExcel } from './EditInExcel.tsx';
