import { accesRefuse, ErreurOffice } from '../../classeur/erreurs';
import type { Json } from '../../classeur/modele';
import { definirClasse, type Objet } from '../classe';
import type { FeuilleVue } from '../vues';

/** doc : excel/excel.worksheetprotection — protéger deux fois est une erreur. */
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
      if (!feuille.protection) return;
      if (feuille.protection.motDePasse !== args.texteOuNul(0)) throw accesRefuse(feuille.nom);
      feuille.protection = null;
    },
  },
});
