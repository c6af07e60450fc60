/** La recette passée sur l'hôte émulé : l'Office.js authentique, et un humain qui fait ses gestes. */
import { resolve } from 'node:path';
import { associerRecette } from '../../atelier/recette/fonctions';
import { SONDES } from '../../atelier/recette/sondes';
import { jouer, type Exemple, type Humain, type Reponse } from '../../atelier/recette/sonde';
import type { Metadonnees } from '../../atelier/hote/fonctions';
import { ouvrirHote, type ExcelOuvert, type OptionsExcel } from '../../outils/excel';
import { grilleUniver } from '../../outils/grilleUniver';
import { fonctionsRecette } from '../../webpack/recette.js';
import { presser } from './presser';

/** Les gestes que l'hôte sait jouer ; la feuille de la sonde est l'active. */
const GESTES: Readonly<Record<string, (ouvert: ExcelOuvert, feuille: string) => Promise<void>>> = {
  'evenements.frappe': ({ hote }, feuille) => hote.saisir(`'${feuille}'!C1`, 7),
};

const humain = (ouvert: ExcelOuvert): Humain => ({
  geste: async (sonde) => {
    const geste = GESTES[sonde];
    if (!geste) throw new Error(`l’hôte n’a pas de geste pour ${sonde}`);
    await geste(ouvert, ouvert.hote.classeur.active.nom);
  },
  choisir: (sonde) => Promise.reject(new Error(`l’hôte ne répond pas à ${sonde}`)),
});

/** Les réponses de l'hôte aux sondes qu'il peut passer. */
export async function recetteSurHote(
  options: OptionsExcel = {},
  ids?: readonly string[],
): Promise<Reponse[]> {
  const { metadonnees, exemples } = (await fonctionsRecette(resolve('.'))) as {
    metadonnees: Metadonnees;
    exemples: Exemple[];
  };
  const ouvert = await ouvrirHote({
    ...options,
    grille: await grilleUniver(),
    fonctions: metadonnees.functions,
    erreursPermises: metadonnees.allowErrorForDataTypeAny ?? false,
  });
  try {
    associerRecette();
    presser();
    const passables = SONDES.filter(
      ({ id, horsHote }) => horsHote === undefined && (ids === undefined || ids.includes(id)),
    );
    return await jouer(passables, { humain: humain(ouvert), exemples });
  } finally {
    ouvert.fermer();
  }
}
