import type { Contenu } from '../grille/types';

const ERREURS_FR: Readonly<Record<string, string>> = {
  '#VALUE!': '#VALEUR!',
  '#NAME?': '#NOM?',
  '#NUM!': '#NOMBRE!',
  '#NULL!': '#NUL!',
  '#SPILL!': '#PROPAGATION!',
  '#BUSY!': '#OCCUPÉ!',
};

function groupe(entier: string): string {
  return entier.replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

function nombre(valeur: number, modele: string): string {
  const pourcent = modele.includes('%');
  const corps = /[#0][#0,]*(?:\.[0#]+)?/.exec(modele);
  if (!corps) return String(valeur);
  const [entier = '', decimales = ''] = corps[0].split('.');
  const absolu = Math.abs(pourcent ? valeur * 100 : valeur).toFixed(decimales.length);
  const [gauche = '', droite = ''] = absolu.split('.');
  const chiffres = entier.includes(',')
    ? groupe(gauche)
    : gauche.padStart((entier.match(/0/g) ?? []).length, '0');
  const texte = droite === '' ? chiffres : `${chiffres},${droite}`;
  const habille = modele.replace(corps[0], texte).replace(/["\\]|\[\$|(?:-[0-9A-F]+)?\]/g, '');
  return valeur < 0 && Number(absolu) !== 0 ? `-${habille}` : habille;
}

function quantieme(serie: number, modele: string): string {
  const jour = new Date(Date.UTC(1899, 11, 30) + Math.round(serie) * 86_400_000);
  const deux = (n: number): string => String(n).padStart(2, '0');
  // « m/d/yyyy » est le format de date court : chaque Excel le montre dans sa langue.
  const francais = modele === 'm/d/yyyy' ? 'dd/mm/yyyy' : modele;
  return francais
    .replace(/y{3,4}|a{3,4}/gi, String(jour.getUTCFullYear()))
    .replace(/m{2}/gi, deux(jour.getUTCMonth() + 1))
    .replace(/d{2}|j{2}/gi, deux(jour.getUTCDate()));
}

/** Texte montré dans un Excel français, pour les formats que Clas emploie. doc : excel/excel.range#text */
export function afficher(valeur: Contenu, format: string): string {
  if (valeur === null) return '';
  if (typeof valeur === 'object') return ERREURS_FR[valeur.erreur] ?? valeur.erreur;
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  if (typeof valeur === 'string') return valeur;
  const modele = format.split(';')[0] ?? '';
  if (modele === 'General' || modele === '@' || modele === '') {
    const court = Number(valeur.toPrecision(11));
    return String(court).replace('.', ',').replace('e', 'E');
  }
  return /[dy]/i.test(modele.replace(/"[^"]*"/g, '')) ? quantieme(valeur, modele) : nombre(valeur, modele);
}
