/** What the screens of other areas and the shell show of the forecast. */
export { PaymentBehaviour } from './PaymentBehaviour.tsx';
export { PredictedDay, PredictedItem } from './Predicted.tsx';
