/** Le bilan national : totaux, une ligne par Caf, fichiers reçus, Caf manquantes, et toutes les lignes réunies. */
import { CAFS, nomConnu } from '../../cafs';
import type { CellulePlan, ClasseurPlan, FeuillePlan } from '../../formes/plan';
import { anneeScolaire } from '../../../reglement/annee';
import { entetes, entier, libelle, texte } from '../cellules';
import type { Accepte, Bilan } from './consolider';
import { planDonnees } from '../remontee/planDonnees';
import { proprietes } from '../mentions';
import { feuilleDeTable, LARGEUR_MONTANT, type ColonneTable } from '../planTable';
import { CLES_TOTAL, IDENTITE, TOTAUX } from '../remontee/presentation';

const FEUILLE_BILAN = 'Bilan national';
const FEUILLE_FICHIERS = 'Fichiers';
const FEUILLE_MANQUANTES = 'Caf manquantes';

function planParCaf({ annee, acceptes, refuses, manquantes, totaux }: Bilan): FeuillePlan {
  const colonnes: ColonneTable<Accepte>[] = [
    { entete: IDENTITE.caf, largeur: 24, valeur: ({ remontee }) => remontee.caf },
    {
      entete: IDENTITE.nomCaf,
      largeur: 36,
      valeur: ({ remontee }) => nomConnu(remontee),
    },
    { entete: IDENTITE.codeOrganisme, largeur: 12, valeur: ({ remontee }) => remontee.codeOrganisme },
    ...CLES_TOTAL.map((cle) => ({
      entete: TOTAUX[cle].libelle,
      largeur: LARGEUR_MONTANT,
      valeur: ({ remontee }: Accepte) => remontee.totaux[cle],
      total: totaux[cle],
    })),
  ];
  const ligne = (nom: string, valeur: number): CellulePlan[] => [libelle(nom), entier(valeur)];
  const haut: CellulePlan[][] = [
    [libelle(`Bilan national des bonus Clas ${annee === null ? '' : anneeScolaire(annee)}`.trim(), 'titre')],
    ligne('Fichiers acceptés', acceptes.length),
    ligne('Fichiers refusés', refuses.length),
    ligne(`Caf manquantes sur ${CAFS.length}`, manquantes.length),
  ];
  return feuilleDeTable({ nom: FEUILLE_BILAN, haut, colonnes, lignes: acceptes, colonnesFigees: 2 });
}

/** Une liste simple ; vide, elle le dit. */
const planListe = (
  nom: string,
  colonnes: readonly (readonly [string, number])[],
  lignes: readonly CellulePlan[][],
  rien: string,
): FeuillePlan => ({
  nom,
  colonnes: colonnes.map(([, largeur]) => ({ largeur })),
  lignes: [
    entetes(colonnes.map(([intitule]) => intitule)),
    ...(lignes.length > 0 ? lignes : [[libelle(rien)]]),
  ],
  lignesFigees: 1,
  impression: { paysage: false, repeterLigne: 1 },
});

export function planBilan(bilan: Bilan): ClasseurPlan {
  const annee = bilan.annee === null ? '' : ` ${anneeScolaire(bilan.annee)}`;
  return {
    feuilles: [
      planParCaf(bilan),
      planListe(
        FEUILLE_FICHIERS,
        [
          ['Fichier', 48],
          ['Suite', 10],
          ['Empreinte SHA-256, ou raison du refus', 130],
        ],
        [
          ...bilan.refuses.map(({ fichier, raison }) => [
            texte(fichier),
            libelle('refusé', 'bloquante'),
            libelle(raison),
          ]),
          ...bilan.acceptes.map(({ fichier, remontee }) => [
            texte(fichier),
            libelle('accepté'),
            libelle(remontee.empreinte),
          ]),
        ],
        'Aucun fichier.',
      ),
      planListe(
        FEUILLE_MANQUANTES,
        [
          [IDENTITE.caf, 8],
          [IDENTITE.nomCaf, 40],
        ],
        bilan.manquantes.map((caf) => [texte(caf.code), texte(caf.nom)]),
        'Aucune : toutes les Caf ont répondu.',
      ),
      planDonnees(bilan.acceptes.map(({ remontee }) => remontee)),
    ],
    proprietes: proprietes(`Bilan national des bonus Clas${annee}`, bilan.annee, 'Cnaf', {
      motsCles: `Clas, bonus, bilan${annee}`,
    }),
  };
}
