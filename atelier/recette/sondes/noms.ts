/** Groupe 2 : comment Excel écrit le nom de nos fonctions, à l'écran et dans le fichier. */
import { strFromU8, unzipSync } from 'fflate';
import { classeurMinimal } from '../classeurMinimal';
import { attendre, resultats, surFeuille } from '../feuille';
import type { Groupe, Json } from '../sonde';

const FORMULE = '=CLASR.PS(24000,3)';
const MODELE = 'Recette modele';
const FICHIER_SEUL = 'l’hôte n’a pas de fichier';

/** Le classeur ouvert, tel qu'Excel l'enregistrerait maintenant. */
async function enregistre(): Promise<Uint8Array> {
  const fichier = await new Promise<Office.File>((suite, echec) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, ({ status, value, error }) =>
      status === Office.AsyncResultStatus.Succeeded ? suite(value) : echec(error),
    ),
  );
  const tranche = (rang: number): Promise<Uint8Array> =>
    new Promise((suite, echec) =>
      fichier.getSliceAsync(rang, ({ status, value, error }) =>
        status === Office.AsyncResultStatus.Succeeded
          ? suite(Uint8Array.from(value.data as number[]))
          : echec(error),
      ),
    );
  const octets = new Uint8Array(fichier.size);
  let place = 0;
  for (let rang = 0; rang < fichier.sliceCount; rang += 1) {
    const morceau = await tranche(rang);
    octets.set(morceau, place);
    place += morceau.length;
  }
  fichier.closeAsync();
  return octets;
}

export const NOMS: Groupe = {
  nom: 'Noms',
  sondes: [
    {
      id: 'noms.formule',
      demande: 'La formule se relit telle qu’elle a été écrite, avec son point.',
      attendu: FORMULE,
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const cellule = feuille.getRange('A1');
          cellule.formulas = [[FORMULE]];
          cellule.load('formulas');
          await contexte.sync();
          return cellule.formulas[0]?.[0] as Json;
        }),
    },
    {
      id: 'noms.formule-locale',
      demande: 'La même, comme la voit l’agent dans la barre de formule.',
      horsHote: 'l’hôte ne rend pas les formules dans la langue de l’agent',
      attendu: FORMULE.replace(',', ';'),
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const cellule = feuille.getRange('A1');
          cellule.formulas = [[FORMULE]];
          cellule.load('formulasLocal');
          await contexte.sync();
          return cellule.formulasLocal[0]?.[0] as Json;
        }),
    },
    {
      id: 'noms.fichier',
      demande: 'La cellule telle qu’Excel l’enregistre : nom, marque de tableau dynamique, « @ ».',
      horsHote: FICHIER_SEUL,
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const cellule = feuille.getRange('A1');
          cellule.formulas = [[FORMULE]];
          await resultats(contexte, cellule);
          const parties = unzipSync(await enregistre(), { filter: ({ name }) => name.includes('/sheet') });
          const cellules = Object.values(parties).flatMap((octets) =>
            [...strFromU8(octets).matchAll(/<c [^>]*>(?:(?!<\/c>).)*CLASR(?:(?!<\/c>).)*<\/c>/gs)].map(
              ([c]) => c,
            ),
          );
          return cellules;
        }),
    },
    {
      id: 'noms.modele',
      demande: 'Une feuille écrite par la ligne de commande : sa formule et sa valeur, cinq secondes après.',
      horsHote: FICHIER_SEUL,
      attendu: { formule: FORMULE, valeur: 7689 },
      faire: () =>
        Excel.run(async (contexte) => {
          contexte.workbook.insertWorksheetsFromBase64(
            classeurMinimal(MODELE, '<f>_xldudf_CLASR_PS(24000,3)</f>'),
          );
          await contexte.sync();
          await attendre(5_000);
          const feuille = contexte.workbook.worksheets.getItem(MODELE);
          const cellule = feuille.getRange('A1').load('formulas,values');
          await contexte.sync();
          const rendu = {
            formule: cellule.formulas[0]?.[0] as Json,
            valeur: cellule.values[0]?.[0] as Json,
          };
          feuille.delete();
          await contexte.sync();
          return rendu;
        }),
    },
  ],
};
