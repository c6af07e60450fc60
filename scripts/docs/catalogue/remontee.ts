/** Qui remonte quoi, et sous quel nom. */
import type { Regle } from './forme';

export const REGLES_REMONTEE: readonly Regle[] = [
  {
    id: 'annee.scolaire',
    titre: 'N est l’année civile où s’ouvre l’année scolaire N-N+1',
    sources: ['3.2', '3.4'],
    fichier: 'annee.ts',
    fonctions: ['lireAnnee', 'anneeScolaire'],
    classeur: 'Paramètres, Année scolaire',
    tests: ['identifiants.test.ts'],
  },
  {
    id: 'siret.cle',
    titre: 'Siret de quatorze chiffres à la clé juste, La Poste comprise',
    sources: [],
    interpretations: ['siret'],
    fichier: 'siret.ts',
    fonctions: ['siretValide', 'chiffresSiret', 'siretExact', 'lireSiret'],
    controles: ['C-ID-04', 'C-ID-05', 'C-ID-06', 'C-ID-07'],
    tests: ['identifiants.test.ts'],
  },
  {
    id: 'remontee.projets',
    titre: 'Seuls les projets avec au moins un bonus remontent',
    sources: ['3.4'],
    interpretations: ['remontee-projets'],
    module: 'src/dossier/restitution',
  },
  {
    id: 'remontee.blocs',
    titre: 'Bonus accordés pour N-N+1 et bonus versés pour (N-1)-N, séparés',
    sources: ['3.4'],
    interpretations: ['remontee-blocs', 'remontee-presentation'],
    controles: ['C-BON-07'],
    module: 'src/dossier/restitution',
  },
  {
    id: 'remontee.totaux',
    titre: 'Les totaux de contrôle sont la somme des lignes ; rien ne part avec une anomalie bloquante',
    sources: ['3.4'],
    interpretations: ['remontee-presentation'],
    module: 'src/dossier/restitution',
  },
  {
    id: 'remontee.caf',
    titre: 'Une seule Caf et une seule année scolaire par fichier',
    sources: ['3.4'],
    interpretations: ['caf-identite'],
    classeur: 'Paramètres, Caf et Nom de la Caf',
    controles: ['C-ID-10', 'C-REM-05'],
  },
];
