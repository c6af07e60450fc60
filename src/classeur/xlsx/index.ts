export { lireXlsx } from './lecture';
export { ecrireXlsx } from './ecriture';
