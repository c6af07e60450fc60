/** Une cellule, selon le type de sa colonne : la valeur lue, et l'anomalie de format s'il y en a une (une seule). */
import { anomalie, type Anomalie, type Lieu } from '../anomalies/anomalie';
import { NON, OUI } from '../colonnes/choix';
import type { Choix, Colonne } from '../colonnes/colonne';
import { estIllisible, type Valeur } from '../../valeurs/valeur';
import { auCentime, type Decimal } from '../../valeurs/montant';
import { enFrancais, euros } from '../../reglement/explication';
import { chiffresSiret, siretValide } from '../../valeurs/siret';
import { dateDeSerie, dateDeTexte, dateFrancaise } from '../../valeurs/date';
import { lireDuree, lireNombre, type NombreLu } from '../../valeurs/nombre';
import { normaliser, texteDe } from '../../valeurs/texte';

export type ValeurLue = string | number | boolean | Decimal;

/** `valeur` nulle : la cellule est illisible, et `anomalie` dit pourquoi. */
export interface CelluleLue {
  readonly valeur: ValeurLue | null;
  readonly anomalie?: Anomalie;
}

const indexes = new WeakMap<object, ReadonlyMap<string, string>>();

/** Valeur retenue d'une liste fermée, par sa forme normalisée. */
export function indexDe(choix: Choix): ReadonlyMap<string, string> {
  let index = indexes.get(choix);
  if (!index) {
    index = new Map(
      Object.entries(choix).flatMap(([retenue, autres]) =>
        [retenue, ...autres].map((forme) => [normaliser(forme), retenue] as const),
      ),
    );
    indexes.set(choix, index);
  }
  return index;
}

const OUI_NON: ReadonlyMap<string, boolean> = new Map([
  ...OUI.map((f) => [f, true] as const),
  ...NON.map((f) => [f, false] as const),
]);

const tel = (valeur: Valeur): string => texteDe(valeur) ?? '';

/** Lit une cellule non vide. */
export function lireCellule(
  brut: string | number | boolean | { readonly illisible: string },
  colonne: Colonne,
  lieu: Lieu,
  dates1904: boolean,
): CelluleLue {
  const { type, entete: col } = colonne;
  if (estIllisible(brut)) {
    const v = tel(brut);
    if (type === 'montant' || type === 'entier' || type === 'nombre' || type === 'duree')
      return { valeur: null, anomalie: anomalie('cellule.nombre-illisible', lieu, { v, col }) };
    // une formule sans valeur n'est pas une date mal écrite : l'ouvrir et l'enregistrer suffit
    if (type === 'date' && !v.startsWith('='))
      return { valeur: null, anomalie: anomalie('cellule.date-illisible', lieu, { v }) };
    return {
      valeur: null,
      anomalie: anomalie('cellule.valeur-illisible', lieu, {
        v,
        col,
        attendu: 'corriger la formule ou saisir la valeur',
      }),
    };
  }
  switch (type) {
    case 'texte':
      return { valeur: tel(brut) };
    case 'siret':
      return lireSiret(brut, lieu);
    case 'ouiNon':
      return lireOuiNon(brut, col, lieu);
    case 'choix':
      return lireChoix(brut, colonne, lieu);
    case 'date':
      return lireDate(brut, lieu, dates1904);
    case 'montant':
      return lireMontant(brut, col, lieu);
    case 'entier':
    case 'nombre':
    case 'duree':
      return lireCompte(brut, col, type, lieu);
  }
}

/** Anomalies communes à tous les nombres ; sinon rien. */
function problemeDeNombre(
  lu: NombreLu,
  brut: Valeur,
  col: string,
  lieu: Lieu,
  ecrire: (d: Decimal) => string,
): Anomalie | undefined {
  if (lu.etat === 'nombre' && (!lu.valeur.isNeg() || lu.valeur.isZero())) return undefined;
  const v = tel(brut);
  if (lu.etat === 'illisible') return anomalie('cellule.nombre-illisible', lieu, { v, col });
  if (lu.valeur.isNeg() && !lu.valeur.isZero()) return anomalie('cellule.nombre-negatif', lieu, { col, v });
  if (lu.etat === 'ambigu') return anomalie('cellule.montant-ambigu', lieu, { v, n: ecrire(lu.valeur) });
  if (lu.etat === 'texte') return anomalie('cellule.montant-en-texte', lieu, { v, n: ecrire(lu.valeur) });
  return undefined;
}

const avec = (valeur: ValeurLue | null, a: Anomalie | undefined): CelluleLue =>
  a ? { valeur: a.gravite === 'bloquante' ? null : valeur, anomalie: a } : { valeur };

function lireMontant(brut: string | number | boolean, col: string, lieu: Lieu): CelluleLue {
  const lu = lireNombre(brut);
  const probleme = problemeDeNombre(lu, brut, col, lieu, euros);
  if (lu.etat === 'illisible' || probleme?.gravite === 'bloquante') return avec(null, probleme);
  if (lu.valeur.decimalPlaces() <= 2) return avec(lu.valeur, probleme);
  const arrondi = auCentime(lu.valeur);
  return avec(
    arrondi,
    anomalie('cellule.plus-de-deux-decimales', lieu, {
      col,
      v: String(lu.valeur).replace('.', ','),
      n: euros(arrondi),
    }),
  );
}

function lireCompte(
  brut: string | number | boolean,
  col: string,
  type: 'entier' | 'nombre' | 'duree',
  lieu: Lieu,
): CelluleLue {
  // le cas de presque toutes les cellules : un compte entier, saisi en nombre
  if (typeof brut === 'number' && Number.isInteger(brut) && brut >= 0) return { valeur: brut };
  const lu = type === 'duree' ? lireDuree(brut) : lireNombre(brut);
  // « 1,5 » dans une colonne d'heures ou de semaines est ordinaire ; l'ambiguïté des milliers ne s'y pose pas
  const ecrire = (d: Decimal): string => enFrancais(d, Math.min(d.decimalPlaces(), 2));
  const probleme = problemeDeNombre(lu, brut, col, lieu, ecrire);
  if (lu.etat === 'illisible' || probleme?.gravite === 'bloquante') return avec(null, probleme);
  if (type === 'entier' && !lu.valeur.isInteger())
    return avec(null, anomalie('cellule.nombre-non-entier', lieu, { col, v: tel(brut).replace('.', ',') }));
  return avec(lu.valeur.toNumber(), probleme);
}

function lireDate(brut: string | number | boolean, lieu: Lieu, dates1904: boolean): CelluleLue {
  if (typeof brut === 'number') {
    const iso = dateDeSerie(brut, dates1904);
    return iso ? { valeur: iso } : avec(null, anomalie('cellule.date-illisible', lieu, { v: tel(brut) }));
  }
  const iso = typeof brut === 'string' ? dateDeTexte(brut) : undefined;
  if (!iso) return avec(null, anomalie('cellule.date-illisible', lieu, { v: tel(brut) }));
  return avec(iso, anomalie('cellule.date-en-texte', lieu, { v: tel(brut), n: dateFrancaise(iso) }));
}

const OUI_OU_NON = /^(oui|non)$/i;

function lireOuiNon(brut: string | number | boolean, col: string, lieu: Lieu): CelluleLue {
  const v = typeof brut === 'string' ? brut : tel(brut);
  const lu = OUI_NON.get(normaliser(v));
  if (lu === undefined)
    return avec(
      null,
      anomalie('cellule.valeur-illisible', lieu, { v: v.trim(), col, attendu: 'saisir oui ou non' }),
    );
  if (typeof brut === 'string' && OUI_OU_NON.test(brut)) return { valeur: lu };
  return avec(lu, anomalie('cellule.oui-non-normalise', lieu, { v, n: lu ? 'Oui' : 'Non' }));
}

function lireChoix(
  brut: string | number | boolean,
  { entete: col, choix = {} }: Colonne,
  lieu: Lieu,
): CelluleLue {
  const v = tel(brut);
  const retenue = indexDe(choix).get(normaliser(v));
  if (retenue !== undefined)
    return OUI_NON.has(normaliser(v)) && !OUI_OU_NON.test(v)
      ? avec(retenue, anomalie('cellule.oui-non-normalise', lieu, { v, n: retenue }))
      : { valeur: retenue };
  if (col === 'Public') return lirePublicInconnu(v, choix, lieu);
  return avec(
    null,
    anomalie('cellule.valeur-illisible', lieu, {
      v,
      col,
      attendu: `choisir ${Object.keys(choix).join(', ')}`,
    }),
  );
}

/** Mots qui relient ou précisent les niveaux d'un public, sans en désigner. */
const LIAISONS: ReadonlySet<string> = new Set(
  'a au aux d de des du en et l la le les ou classe eleve enfant niveau general pro professionnel technologique'.split(
    ' ',
  ),
);

/** « CE1 au CM2 », « 6ème - 5ème », « élèves de collège » : le public de chaque mot, au singulier. */
function publicsDits(v: string, choix: Choix): (string | undefined)[] {
  const index = indexDe(choix);
  return v
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/(\d) ?(?:°|e(?:me)?\b)/g, '$1e')
    .split(/[^a-z0-9]+/)
    .map((mot) => (mot.length > 1 ? mot.replace(/s$/, '') : mot))
    .filter((mot) => mot !== '' && !LIAISONS.has(mot))
    .map((mot) => index.get(mot));
}

/** Un public inconnu est hors champ ; plusieurs publics connus demandent plusieurs fiches. */
function lirePublicInconnu(v: string, choix: Choix, lieu: Lieu): CelluleLue {
  const connus = publicsDits(v, choix);
  const premier = connus[0];
  if (premier === undefined || connus.includes(undefined))
    return avec(null, anomalie('projet.public-hors-champ', lieu, { v }));
  return new Set(connus).size === 1
    ? { valeur: premier }
    : avec(premier, anomalie('projet.publics-multiples', lieu, { v }));
}

function lireSiret(brut: string | number | boolean, lieu: Lieu): CelluleLue {
  const v = tel(brut);
  const chiffres = chiffresSiret(v).replace(/^'/, '');
  // avant de rendre les zéros perdus : cinq zéros devant un Siren laissent sa clé juste
  if (/^\d{9}$/.test(chiffres)) return avec(v, anomalie('siret.siren', lieu, { v }));
  const complete = /^\d{12,}$/.test(chiffres) ? chiffres.padStart(14, '0') : chiffres;
  if (typeof brut === 'number' || /^\d[.,]\d+E\+\d+$/i.test(chiffres) || chiffres.length === 13) {
    if (siretValide(complete))
      return avec(
        complete,
        anomalie('siret.stocke-en-nombre', lieu, { v, corrige: ` : vérifier « ${complete} »` }),
      );
    if (/E\+/i.test(chiffres))
      return avec(v, anomalie('siret.stocke-en-nombre', lieu, { v, corrige: ', des chiffres sont perdus' }));
  }
  return siretValide(chiffres) ? { valeur: chiffres } : avec(v, anomalie('siret.invalide', lieu, { v }));
}
