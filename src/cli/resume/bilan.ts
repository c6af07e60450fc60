/** Le bilan national pour une personne : ce qui est réuni, ce qui est refusé et pourquoi, qui manque. */
import type { Bilan } from '../../dossier/restitution/bilan/consolider';
import { anneeScolaire } from '../../reglement/annee';
import { resumeEcrit, type Ecrit } from '../ecrire';
import type { Ecran } from '../ecran';
import { typographier } from '../../dossier/affichage/typographie';
import { inoffensif, paragraphe, pluriel } from '../texte';
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
        ...refuses.map(({ fichier, raison }) =>
          paragraphe(typographier(inoffensif(`${fichier} : ${raison}`)), ecran.largeur, '    ', '  '),
        ),
      ].join('\n'),
    );
  if (annee !== null && manquantes.length > 0)
    blocs.push(
      paragraphe(
        typographier(`${pluriel(manquantes.length, 'Caf', 'Caf')} sans fichier : ${citer(manquantes)}.`),
        ecran.largeur,
        '  ',
        '',
      ),
    );
  if (ecrit) blocs.push(resumeEcrit(ecrit, ecran));
  return blocs.join('\n\n');
}
