/** Ce que sait faire l'Excel de l'agent, au-delà de ce qu'exige le manifeste. */
import type { CapacitesExcel } from './port';

/** Les écritures d'un complément ne se défont par Ctrl+Z qu'à partir de là ; les réunir en une annulation, ensuite. */
const ANNULATION = '1.19';
const ANNULATION_GROUPEE = '1.20';

const sait = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);

export const saitGrouper = (): boolean => sait(ANNULATION_GROUPEE);

export function capacites(): CapacitesExcel {
  const { platform } = Office.context;
  const plateforme =
    platform === Office.PlatformType.Mac
      ? 'mac'
      : platform === Office.PlatformType.OfficeOnline
        ? 'web'
        : 'windows';
  return { plateforme, annule: sait(ANNULATION) };
}
