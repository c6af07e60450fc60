import type { Json } from '../../classeur/modele';
import { definirClasse, type Objet } from '../classe';
import type { FeuilleVue } from '../vues';

const PLACES = ['LeftFooter', 'RightFooter'] as const;

const lectures: Record<string, (vue: FeuilleVue) => Json> = {};
const ecritures: Record<string, (vue: FeuilleVue, valeur: Json) => void> = {};
for (const place of PLACES) {
  lectures[place] = ({ feuille }) => feuille.miseEnPage[place] ?? '';
  ecritures[place] = ({ feuille }, valeur) => void (feuille.miseEnPage[place] = String(valeur));
}

const pied: (vue: FeuilleVue) => Objet = definirClasse<FeuilleVue>({
  nom: 'HeaderFooter',
  lectures,
  ecritures,
});

/** Les mêmes en-têtes et pieds sur toutes les pages. doc : excel/excel.headerfootergroup */
export const piedsDePage: (vue: FeuilleVue) => Objet = definirClasse<FeuilleVue>({
  nom: 'HeaderFooterGroup',
  liens: { DefaultForAllPages: (vue) => pied(vue) },
});
