/** Le bilan national pour une personne : ce qui est réuni, ce qui est refusé et pourquoi, qui manque. */
import type { Bilan } from '../../dossier/restitution/bilan/consolider';
import { anneesSuivies, type SuiviNational } from '../../dossier/restitution/suite/suivi';
import { anneeScolaire } from '../../reglement/annee';
import { euros, pourCent } from '../../reglement/explication';
import type { Decimal } from '../../valeurs/montant';
import { resumeEcrit } from '../ecrire';
import type { Ecrit } from '../fichiers';
import type { Ecran } from '../ecran';
import { typographier } from '../../dossier/affichage/typographie';
import { pluriel } from '../../dossier/affichage/pluriel';
import { dire } from '../texte';
import { lignesTotaux } from './remontee';

const NOMMEES_MAX = 12;

/** Les Caf qui manquent : par leur nom quand elles sont peu, sinon par leur code. */
const citer = (cafs: Bilan['manquantes']): string =>
  (cafs.length <= NOMMEES_MAX ? cafs.map((c) => c.nom) : [...new Set(cafs.map((c) => c.code))]).join(', ');

export function resumeBilan(bilan: Bilan, ecrit: Ecrit | null, ecran: Ecran): string {
  const { annee, acceptes, refuses, totaux, manquantes } = bilan;
  const titre = annee === null ? 'Aucun fichier accepté' : `Bilan ${anneeScolaire(annee)}`;
  const blocs = [
    [
      ecran.teinter('gras', typographier(`${titre} : ${pluriel(acceptes.length, 'Caf', 'Caf')}`)),
      ...(annee === null ? [] : lignesTotaux(totaux)),
    ].join('\n'),
  ];
  if (refuses.length > 0)
    blocs.push(
      [
        ecran.teinter('rouge', pluriel(refuses.length, 'fichier refusé', 'fichiers refusés')),
        ...refuses.map(({ fichier, raison }) => dire(`${fichier} : ${raison}`, ecran, '    ', '  ')),
      ].join('\n'),
    );
  if (annee !== null && manquantes.length > 0)
    blocs.push(
      dire(
        `${pluriel(manquantes.length, 'Caf', 'Caf')} sans fichier : ${citer(manquantes)}.`,
        ecran,
        '  ',
        '',
      ),
    );
  if (ecrit) blocs.push(resumeEcrit(ecrit, ecran));
  return blocs.join('\n\n');
}

/** Le suivi de deux années pour une personne : chaque Caf, ce qu'elle a accordé et versé, et qui manque. */
export function resumeSuivi(
  national: SuiviNational,
  refuses: readonly { readonly fichier: string; readonly raison: string }[],
  ecrit: Ecrit,
  ecran: Ecran,
): string {
  const { suivi, manquants } = national;
  const ligne = (texte: string): string => dire(texte, ecran, '    ', '  ');
  const ecrire = (montant: Decimal | null): string => (montant === null ? 'sans remontée' : euros(montant));
  return [
    [
      ecran.teinter(
        'gras',
        typographier(`Suivi ${anneesSuivies(national)} : ${pluriel(suivi.length, 'Caf', 'Caf')}`),
      ),
      ...suivi.map(({ caf, accorde, paye, taux }) =>
        ligne(
          `${caf.nom} : accordé ${ecrire(accorde)}, versé ${ecrire(paye)}${taux ? ` (${pourCent(taux)})` : ''}`,
        ),
      ),
      ...manquants.map(({ caf, annee }) => ligne(`${caf.nom} : remontée ${anneeScolaire(annee)} manquante`)),
    ].join('\n'),
    ...refuses.map(({ fichier, raison }) => ligne(`${fichier} : ${raison}`)),
    resumeEcrit(ecrit, ecran),
  ].join('\n\n');
}
