/** clas courriers : une lettre par dossier, d'après le modèle Word de l'agent. Rien n'est écrit si un champ est inconnu du modèle. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typographier } from '../../dossier/affichage/typographie';
import { champsDes, NOMS_CHAMPS, NOMS_LISTES } from '../../dossier/restitution/sorties/champs';
import { DESTINATAIRES, nomDeCourrier } from '../../dossier/restitution/sorties/destinataires';
import type { Commande } from '../commande';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { examinerEntree, preparerDossier, preparerSortie, remplacer } from '../fichiers';
import { inoffensif, paragraphe, pluriel } from '../texte';

export const courriers: Commande = {
  role: 'une lettre par dossier, d’après un modèle Word avec ses {champs}',
  fichiers: 'un',
  obligatoires: ['modele', 'sortie'],
  facultatives: ['pour', ...OPTIONS_EXAMEN],
  executer: async (demande) => {
    const { modele = '', sortie = '', pour = 'agrees' } = demande.valeurs;
    examinerEntree(modele, 'donner un modèle .docx');
    // la bibliothèque des courriers ne se charge que pour eux
    const { lireModele } = await import('../../classeur/docx');
    const lu = lireModele(readFileSync(modele), NOMS_CHAMPS, NOMS_LISTES);
    const examen = await examinerFichier(demande);
    preparerDossier(sortie);
    const champs = champsDes(examen);
    const fichiers: string[] = [];
    const laisses: { dossier: string; inconnus: readonly string[] }[] = [];
    const pris = new Set<string>();
    const concernes = examen.calculs.filter(DESTINATAIRES[pour]);
    for (const [i, calcul] of concernes.entries()) {
      const dossier = calcul.projet.dossier ?? '';
      if (i % 50 === 0) demande.avancer(`Courriers : ${i + 1}/${concernes.length}…`);
      const lettre = lu.remplir(champs(calcul));
      if (!(lettre instanceof Uint8Array)) {
        laisses.push({ dossier, inconnus: lettre.inconnus });
        continue;
      }
      const nom = nomDeCourrier(calcul, pris);
      const chemin = join(sortie, nom);
      remplacer(preparerSortie(chemin, [...demande.fichiers, modele]), lettre);
      fichiers.push(nom);
    }
    const raison = laisses
      .slice(0, 3)
      .map(({ dossier, inconnus }) => `${dossier} (${inconnus.map((n) => `{${n}}`).join(', ')})`)
      .join(' ; ');
    return {
      code: laisses.length > 0 ? 1 : 0,
      json: () => ({
        modele,
        courriers: fichiers.length,
        fichiers,
        ...(laisses.length > 0 && { laisses }),
      }),
      resume: (ecran) =>
        paragraphe(
          typographier(
            inoffensif(`${pluriel(fichiers.length, 'courrier écrit', 'courriers écrits')} dans ${sortie}.`),
          ),
          ecran.largeur,
        ),
      ...(laisses.length > 0 && {
        motif: `${pluriel(laisses.length, 'courrier', 'courriers')} non fait${laisses.length > 1 ? 's' : ''}, un montant y est inconnu : ${raison}.`,
      }),
    };
  },
};
