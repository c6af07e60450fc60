/** Formules comme un agent français les tape (« =SOMME(A1;0,5) ») et comme le moteur les lit (« =SUM(A1,0.5) »). */

/** Les fonctions courantes d'Excel en français ; les autres se tapent sous leur nom international. */
const NOMS: Readonly<Record<string, string>> = {
  ABS: 'ABS',
  ANNEE: 'YEAR',
  ANNÉE: 'YEAR',
  ARRONDI: 'ROUND',
  'ARRONDI.INF': 'ROUNDDOWN',
  'ARRONDI.SUP': 'ROUNDUP',
  AUJOURDHUI: 'TODAY',
  "AUJOURD'HUI": 'TODAY',
  CONCAT: 'CONCAT',
  DATE: 'DATE',
  DROITE: 'RIGHT',
  ENT: 'INT',
  EQUIV: 'MATCH',
  ESTERREUR: 'ISERROR',
  ESTVIDE: 'ISBLANK',
  ET: 'AND',
  FAUX: 'FALSE',
  GAUCHE: 'LEFT',
  INDEX: 'INDEX',
  JOUR: 'DAY',
  MAX: 'MAX',
  MIN: 'MIN',
  MOIS: 'MONTH',
  MOYENNE: 'AVERAGE',
  NB: 'COUNT',
  'NB.SI': 'COUNTIF',
  'NB.SI.ENS': 'COUNTIFS',
  NBVAL: 'COUNTA',
  NON: 'NOT',
  OU: 'OR',
  RECHERCHEV: 'VLOOKUP',
  RECHERCHEX: 'XLOOKUP',
  SI: 'IF',
  SIERREUR: 'IFERROR',
  SOMME: 'SUM',
  'SOMME.SI': 'SUMIF',
  'SOMME.SI.ENS': 'SUMIFS',
  SOMMEPROD: 'SUMPRODUCT',
  TEXTE: 'TEXT',
  VRAI: 'TRUE',
};
const FRANCAIS = Object.fromEntries(
  Object.entries(NOMS).map(([francais, international]) => [international, francais]),
);

/** Textes, noms de feuille et références structurées restent tels quels. */
const INTOUCHABLES = /("(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)|\[[^\]]*\])/;
const NOM = /[A-ZÀ-Ý][A-ZÀ-Ý.']*(?=\()/giu;

function horsTextes(formule: string, changer: (morceau: string) => string): string {
  return formule
    .split(INTOUCHABLES)
    .map((morceau, rang) => (rang % 2 === 1 ? morceau : changer(morceau)))
    .join('');
}

export function versInternationale(formule: string): string {
  return horsTextes(formule, (morceau) =>
    morceau
      .replace(/(?<![\w.])(\d+),(?=\d)/g, '$1.')
      .replaceAll(';', ',')
      .replace(NOM, (nom) => NOMS[nom.toUpperCase()] ?? nom),
  );
}

export function versFrancaise(formule: string): string {
  return horsTextes(formule, (morceau) =>
    morceau
      .replaceAll(',', ';')
      .replace(/(?<![\w.])(\d+)\.(?=\d)/g, '$1,')
      .replace(NOM, (nom) => FRANCAIS[nom.toUpperCase()] ?? nom),
  );
}
