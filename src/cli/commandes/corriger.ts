/** clas corriger : une copie du classeur où sont écrites les corrections sûres, et leur liste. */
import type { FormeJson } from '../../dossier/restitution/formesJson';
import { corrigerXlsx } from '../../classeur/xlsx/corrections';
import { adresse, type Anomalie, type Correction } from '../../dossier/anomalies/anomalie';
import { correctionSituee, type CorrectionSituee } from '../../dossier/anomalies/correction';
import { correctionEcrite, valeurSaisie } from '../../dossier/restitution/json';
import { texteDe } from '../../valeurs/texte';
import type { Valeur } from '../../valeurs/valeur';
import type { Commande } from '../commande';
import { resumeEcrit } from '../ecrire';
import { ErreurUsage } from '../erreurs';
import { examinerAvecOctets, OPTIONS_EXAMEN } from '../examen';
import { genreDeCopie, lireOctets, preparerSortie, remplacer } from '../fichiers';
import { enTete } from '../resume/enTete';
import { pluriel } from '../../dossier/affichage/pluriel';
import { dire } from '../texte';

interface Faite {
  readonly anomalie: Anomalie;
  readonly correction: Correction;
  readonly situee: CorrectionSituee;
}

/** Ce que l'agent a saisi, nombres à la française. */
const saisi = (valeur: Valeur): string =>
  typeof valeur === 'number' ? String(valeur).replace('.', ',') : (texteDe(valeur) ?? '');

/** « 6 000,00 € » peut devenir « 6 000,00 € » : c'est sa nature qui change. */
const direNature = (valeur: Valeur, { apres }: CorrectionSituee): string => {
  if (typeof valeur === typeof apres) return '';
  if (typeof valeur === 'string') return ' (en texte)';
  return typeof valeur === 'number' ? ' (en nombre)' : '';
};

/** Une cellule n'a qu'une correction, même lue par deux feuilles du moteur. */
function corrections(anomalies: readonly Anomalie[]): Faite[] {
  const faites = new Map<string, Faite>();
  for (const anomalie of anomalies) {
    const { correction } = anomalie;
    const situee = correctionSituee(anomalie);
    const ou = adresse(anomalie);
    if (correction !== null && situee !== null && ou !== null && !faites.has(ou))
      faites.set(ou, { anomalie, correction, situee });
  }
  return [...faites.values()];
}

export const corriger: Commande = {
  role: 'une copie du classeur où les corrections sûres sont écrites, et leur liste',
  fichiers: 'un',
  obligatoires: ['sortie'],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const [fichier = ''] = demande.fichiers;
    const sortie = preparerSortie(demande.valeurs.sortie ?? '', demande.fichiers, {
      genre: genreDeCopie(fichier),
    });
    const { examen, octets: lus } = await examinerAvecOctets(demande);
    const faites = corrections(examen.anomalies);
    demande.avancer('Écriture de la copie…');
    const octets = await corrigerXlsx(
      lus,
      faites.map(({ situee }) => situee),
    );
    // enregistré entre-temps, le classeur n'est plus celui dont on annonce les corrections
    if (!Buffer.from(lireOctets(fichier)).equals(lus))
      throw new ErreurUsage(
        `« ${fichier} » a changé pendant la correction : rien n’est écrit, relancer la commande.`,
      );
    const ecrit = remplacer(sortie, octets);
    return {
      code: 0,
      json: (): FormeJson<'corriger'> => ({
        fichier: sortie.chemin,
        corrections: faites.map(({ anomalie: a, correction }) => ({
          code: a.code,
          feuille: a.feuille,
          adresse: adresse(a),
          avant: valeurSaisie(a.valeur),
          correction: correctionEcrite(correction),
          reference: a.reference,
        })),
      }),
      resume: (ecran) =>
        [
          enTete(fichier, examen, ecran),
          dire(
            faites.length === 0
              ? 'Aucune correction sûre à faire : la copie est le classeur, tel quel.'
              : `${pluriel(faites.length, 'correction faite', 'corrections faites')} dans la copie :`,
            ecran,
          ),
          ...(faites.length === 0
            ? []
            : [
                faites
                  .map(({ anomalie: a, correction, situee }) =>
                    dire(
                      `${adresse(a) ?? a.feuille} : « ${saisi(a.valeur).slice(0, 60)} »${direNature(a.valeur, situee)} devient « ${correction.texte} »`,
                      ecran,
                      '    ',
                      '  ',
                    ),
                  )
                  .join('\n'),
              ]),
          resumeEcrit(ecrit, ecran),
        ].join('\n\n'),
    };
  },
};
