/** Les huit groupes de la recette, dans l'ordre où ils se jouent : d'abord ceux qui n'ont besoin de personne. */
import { ANNULATION } from './annulation';
import { ECRITURE } from './ecriture';
import { EVENEMENTS } from './evenements';
import { FONCTIONS } from './fonctions';
import { LECTURE } from './lecture';
import { NOMS } from './noms';
import { SORTIES } from './sorties';
import { VOLET } from './volet';

export const GROUPES = [FONCTIONS, NOMS, LECTURE, ECRITURE, EVENEMENTS, VOLET, SORTIES, ANNULATION] as const;

export const SONDES = GROUPES.flatMap(({ sondes }) => sondes);
