/** clas reprendre : le classeur de l'année suivante, avec ce que celui-ci savait. */
import { typographier } from '../../dossier/affichage/typographie';
import { jsonReprendre } from '../../dossier/restitution/suite/json';
import { montantRepris, planReprise, reprendre as reprise } from '../../dossier/restitution/suite/reprendre';
import { anneeScolaire } from '../../reglement/annee';
import { euros } from '../../reglement/explication';
import type { Commande } from '../commande';
import { ecrireClasseur, resumeEcrit } from '../ecrire';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { preparerSortie } from '../fichiers';
import { enTete } from '../resume/enTete';
import { paragraphe, pluriel } from '../texte';

export const reprendre: Commande = {
  role: 'le classeur de l’année suivante : projets agréés, bonus versés, dossiers à liquider',
  fichiers: 'un',
  obligatoires: ['sortie'],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const [fichier = ''] = demande.fichiers;
    const sortie = demande.valeurs.sortie ?? '';
    const reel = preparerSortie(sortie, demande.fichiers);
    const examen = await examinerFichier(demande);
    const faite = reprise(examen);
    const ecrit = await ecrireClasseur(planReprise(examen, faite), sortie, reel);
    const phrases = [
      `Classeur ${anneeScolaire(faite.annee)} : ${pluriel(faite.projets.length, 'projet repris', 'projets repris')}, numéro et montants à saisir.`,
      `Bonus versés : ${pluriel(faite.bonusVerses.length, 'dossier')}, ${euros(montantRepris(faite))}.`,
      `À liquider : ${pluriel(faite.aLiquider.length, 'dossier')}.`,
    ];
    return {
      code: 0,
      json: () => jsonReprendre(faite),
      resume: (ecran) =>
        [
          enTete(fichier, examen, ecran),
          phrases.map((p) => paragraphe(typographier(p), ecran.largeur)).join('\n'),
          resumeEcrit(ecrit, ecran),
        ].join('\n\n'),
    };
  },
};
