import { englobe, intersection } from '../../grille/adresses';
import { exigerEcriture } from '../../classeur/ecriture';
import { argumentInvalide } from '../../classeur/erreurs';
import type { Json, ValidationHote } from '../../classeur/modele';
import { definirClasse, type Objet } from '../classe';
import type { PlageVue } from '../vues';

const TYPES: Readonly<Record<string, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  textLength: 'TextLength',
  list: 'List',
  date: 'Date',
  time: 'Time',
  custom: 'Custom',
};

const MESSAGE = { message: '', showPrompt: true, title: '' };
const ALERTE = { message: '', showAlert: true, style: 'Stop', title: '' };

function couvrante({ feuille, rect }: PlageVue): ValidationHote | null {
  return feuille.validations.findLast((v) => englobe(v.rect, rect)) ?? null;
}

function modifier(vue: PlageVue, changement: Partial<ValidationHote>): void {
  exigerEcriture(vue);
  const { feuille, rect } = vue;
  const exacte = feuille.validations.find((v) => englobe(v.rect, rect) && englobe(rect, v.rect));
  if (exacte) Object.assign(exacte, changement);
  else {
    const heritee = couvrante(vue);
    feuille.validations.push({
      regle: heritee?.regle ?? {},
      message: heritee?.message ?? MESSAGE,
      alerte: heritee?.alerte ?? ALERTE,
      ignorerVides: heritee?.ignorerVides ?? true,
      ...changement,
      rect,
    });
  }
  if (changement.regle)
    vue.classeur.grille.presenter(feuille.id, { genre: 'validation', rect, regle: changement.regle });
}

function objetJson(valeur: Json): { [cle: string]: Json } {
  if (typeof valeur !== 'object' || valeur === null || Array.isArray(valeur))
    throw argumentInvalide('objet attendu');
  return valeur;
}

/** Longueurs de la boîte « Validation des données ». doc : support.microsoft.com, Appliquer la validation des données */
const TITRE_MAX = 32;
const PROMPT_MAX = 255;
const ALERTE_MAX = 225;

function message(valeur: Json, defaut: { [cle: string]: Json }, max: number): { [cle: string]: Json } {
  const dit = { ...defaut, ...objetJson(valeur) };
  if (String(dit['title']).length > TITRE_MAX || String(dit['message']).length > max)
    throw argumentInvalide('message de validation trop long');
  return dit;
}

/** Une formule de règle : 255 caractères, guillemets et parenthèses fermés, feuilles qui existent. */
function verifierFormule({ classeur }: PlageVue, formule: string): void {
  if (!formule.startsWith('=')) return;
  const sansTextes = formule.replace(/"(?:[^"]|"")*"/g, '');
  let ouvertes = 0;
  for (const signe of sansTextes.replace(/'(?:[^']|'')*'/g, '')) {
    ouvertes += signe === '(' ? 1 : signe === ')' ? -1 : 0;
    if (ouvertes < 0) break;
  }
  const citees = sansTextes.matchAll(/(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/gu);
  const absente = [...citees].some(
    ([, citee, simple]) => !classeur.trouverFeuille(citee?.replace(/''/g, "'") ?? simple ?? ''),
  );
  if (formule.length > 256 || ouvertes !== 0 || sansTextes.includes('"') || absente || formule === '=')
    throw argumentInvalide(`formule de validation « ${formule} »`);
}

/** Une règle a un seul genre ; une liste saisie en texte tient en 255 caractères. doc : excel/excel.datavalidation#rule */
function regleValide(vue: PlageVue, valeur: Json): { [cle: string]: Json } {
  const regle = objetJson(valeur);
  const genres = Object.keys(regle).filter((genre) => regle[genre] !== null);
  if (genres.length !== 1 || !(genres[0] !== undefined && genres[0] in TYPES))
    throw argumentInvalide('règle de validation');
  const source = genres[0] === 'list' ? objetJson(regle['list'] ?? null)['source'] : null;
  if (typeof source === 'string' && !source.startsWith('=') && source.length > 255)
    throw argumentInvalide('liste de validation trop longue');
  for (const formule of Object.values(objetJson(regle[genres[0]] ?? null)))
    if (typeof formule === 'string') verifierFormule(vue, formule);
  return regle;
}

/** doc : excel/excel.datavalidation */
export const validation: (vue: PlageVue) => Objet = definirClasse<PlageVue>({
  nom: 'DataValidation',
  lectures: {
    ErrorAlert: (vue) => couvrante(vue)?.alerte ?? ALERTE,
    IgnoreBlanks: (vue) => couvrante(vue)?.ignorerVides ?? true,
    Prompt: (vue) => couvrante(vue)?.message ?? MESSAGE,
    Rule: (vue) => couvrante(vue)?.regle ?? {},
    Type: (vue) => {
      const partielle = vue.feuille.validations.some((v) => intersection(v.rect, vue.rect));
      const entiere = couvrante(vue);
      if (!entiere) return partielle ? 'Inconsistent' : 'None';
      return TYPES[Object.keys(entiere.regle)[0] ?? ''] ?? 'None';
    },
  },
  ecritures: {
    ErrorAlert: (vue, valeur) => modifier(vue, { alerte: message(valeur, ALERTE, ALERTE_MAX) }),
    IgnoreBlanks: (vue, valeur) => modifier(vue, { ignorerVides: valeur === true }),
    Prompt: (vue, valeur) => modifier(vue, { message: message(valeur, MESSAGE, PROMPT_MAX) }),
    Rule: (vue, valeur) => modifier(vue, { regle: regleValide(vue, valeur) }),
  },
  methodes: {
    Clear: (vue) => {
      exigerEcriture(vue);
      vue.classeur.effacerValidations(vue.feuille, vue.rect);
    },
  },
});
