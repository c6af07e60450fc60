/** clas courriers : une lettre par dossier, d'après le modèle Word de l'agent. Rien n'est écrit si un champ est inconnu du modèle. */
import type { FormeJson } from '../../dossier/restitution/formesJson';
import { readFileSync } from 'node:fs';
import { LETTRES, NOMS_CHAMPS, NOMS_LISTES } from '../../dossier/restitution/sorties/champs';
import { destinatairesDe, direLaisses, type Laisse } from '../../dossier/restitution/sorties/destinataires';
import type { Commande } from '../commande';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { ecrireEnsemble, examinerEntree } from '../fichiers';
import { pluriel } from '../../dossier/affichage/pluriel';
import { dire } from '../texte';

const PAS = 50;

export const courriers: Commande = {
  role: 'une lettre par dossier, d’après un modèle Word avec ses {champs}',
  fichiers: 'un',
  obligatoires: ['modele', 'sortie'],
  facultatives: ['pour', ...OPTIONS_EXAMEN],
  precisions: {
    sortie: {
      valeur: 'DOSSIER',
      aide: 'dossier des courriers, créé s’il le faut ; un courrier du même nom est remplacé',
    },
  },
  complement: () => [
    'Champs',
    [
      `${NOMS_CHAMPS.filter((nom) => !nom.endsWith(LETTRES))
        .map((nom) => `{${nom}}`)
        .join(', ')} ;`,
      `un montant en toutes lettres : {psRetenue${LETTRES}} ;`,
      ...Object.entries(NOMS_LISTES).map(
        ([nom, champs]) => `{#${nom}}…{/${nom}} avec ${champs.map((c) => `{${c}}`).join(', ')} ;`,
      ),
    ]
      .join(' ')
      .replace(/ ;$/, '.'),
  ],
  executer: async (demande) => {
    const { modele = '', sortie = '', pour = 'agrees' } = demande.valeurs;
    examinerEntree(modele, 'donner un modèle .docx');
    // la bibliothèque des courriers ne se charge que pour eux
    const { preparerLettres } = await import('../../classeur/docx/lettres');
    const lettresDe = preparerLettres(readFileSync(modele));
    const examen = await examinerFichier(demande);
    const concernes = destinatairesDe(examen, pour);
    const fichiers: string[] = [];
    const laisses: Laisse[] = [];
    function* aEcrire() {
      for (const lettre of lettresDe(examen, concernes)) {
        const rang = fichiers.length + laisses.length;
        if (rang % PAS === 0) demande.avancer(`Courriers : ${rang + 1}/${concernes.length}…`);
        if ('inconnus' in lettre) laisses.push(lettre);
        else {
          fichiers.push(lettre.nom);
          yield lettre;
        }
      }
    }
    await ecrireEnsemble(sortie, [...demande.fichiers, modele], aEcrire());
    const motif = direLaisses(laisses);
    return {
      code: laisses.length > 0 ? 1 : 0,
      json: (): FormeJson<'courriers'> => ({
        modele,
        courriers: fichiers.length,
        fichiers,
        ...(laisses.length > 0 && { laisses: laisses.map((l) => ({ ...l, inconnus: [...l.inconnus] })) }),
      }),
      resume: (ecran) =>
        dire(
          concernes.length === 0
            ? `Aucun dossier concerné (--pour ${pour}) : aucun courrier à écrire.`
            : `${pluriel(fichiers.length, 'courrier écrit', 'courriers écrits')} dans ${sortie}.`,
          ecran,
        ),
      ...(motif !== null && { motif }),
    };
  },
};
