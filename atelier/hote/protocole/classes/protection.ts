import { accesRefuse, ErreurOffice } from '../../classeur/erreurs';
import type { Classeur } from '../../classeur/classeur';
import type { Json } from '../../classeur/modele';
import { definirClasse, type Objet } from '../classe';
import type { FeuilleVue } from '../vues';

/**
 * Protéger deux fois est une erreur ; ôter une protection absente aussi, depuis les constructions 2605.
 * doc : excel/excel.worksheetprotection ; office-js#6784
 */
export const protection: (vue: FeuilleVue) => Objet = definirClasse<FeuilleVue>({
  nom: 'WorksheetProtection',
  lectures: {
    Options: ({ feuille }) => feuille.protection?.options ?? {},
    Protected: ({ feuille }) => feuille.protection !== null,
  },
  methodes: {
    Protect: ({ feuille }, args) => {
      if (feuille.protection)
        throw new ErreurOffice('InvalidOperation', `La feuille « ${feuille.nom} » est déjà protégée.`);
      const options = (args.json(0) ?? {}) as { [cle: string]: Json };
      feuille.protection = { options, motDePasse: args.texteOuNul(1) };
    },
    Unprotect: ({ feuille }, args) => {
      if (!feuille.protection || feuille.protection.motDePasse !== args.texteOuNul(0))
        throw accesRefuse(feuille.nom);
      feuille.protection = null;
    },
  },
});

/** Structure du classeur : ses feuilles ne s'ajoutent, ne se renomment ni ne se déplacent. doc : excel/excel.workbookprotection */
export const protectionClasseur: (classeur: Classeur) => Objet = definirClasse<Classeur>({
  nom: 'WorkbookProtection',
  lectures: { Protected: ({ structure }) => structure !== null },
  methodes: {
    Protect: (classeur, args) => {
      if (classeur.structure)
        throw new ErreurOffice('InvalidOperation', 'La structure du classeur est déjà protégée.');
      classeur.structure = { motDePasse: args.texteOuNul(0) };
    },
    Unprotect: (classeur, args) => {
      if (!classeur.structure || classeur.structure.motDePasse !== args.texteOuNul(0))
        throw accesRefuse(classeur.nom);
      classeur.structure = null;
    },
  },
});
