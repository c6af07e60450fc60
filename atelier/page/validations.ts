/** Contrôles de saisie : du fichier à ce qu'Office.js en dit, et retour. */
import type { DataValidation } from '../../src/classeur/xlsx/complet';
import type { Json, ValidationHote } from '../hote/classeur/modele';
import { adresse, lireAdresse } from '../hote/grille/adresses';

const GENRES: Readonly<Record<DataValidation['type'], string>> = {
  list: 'list',
  whole: 'wholeNumber',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
  custom: 'custom',
};

const majuscule = (mot: string): string => mot.charAt(0).toUpperCase() + mot.slice(1);
const minuscule = (mot: string): string => mot.charAt(0).toLowerCase() + mot.slice(1);
/** Office dit « EqualTo », « GreaterThanOrEqualTo » ; le fichier, et Univer, « equal », « greaterThanOrEqual ». */
export const operateurSimple = (office: string): string => minuscule(office.replace(/EqualTo$/, 'Equal'));
const operateurOffice = (simple: string): string => majuscule(simple.replace(/equal$/i, '$&To'));
const egale = (formule: string): string => (formule.startsWith('=') ? formule : `=${formule}`);
/** Une borne reste un nombre quand c'en est un. */
const borne = (formule: string | undefined): Json =>
  formule === undefined ? '' : /^-?\d+(\.\d+)?$/.test(formule) ? Number(formule) : egale(formule);

function regle({ type, values, formula1, formula2, operator }: DataValidation): { [cle: string]: Json } {
  if (type === 'list') {
    const source = values && values.length > 0 ? values.join(',') : egale(formula1 ?? '');
    return { list: { inCellDropDown: true, source } };
  }
  if (type === 'custom') return { custom: { formula: egale(formula1 ?? '') } };
  const bornes = { formula1: borne(formula1), formula2: borne(formula2) };
  return { [GENRES[type]]: { ...bornes, operator: operateurOffice(operator ?? 'between') } };
}

/** Une règle du fichier peut couvrir plusieurs plages. */
export function versHote(origine: DataValidation): ValidationHote[] {
  return origine.range.split(/\s+/).flatMap((plage) => {
    const rect = lireAdresse(plage);
    if (!rect) return [];
    return [
      {
        rect,
        regle: regle(origine),
        message: {
          message: origine.inputMessage ?? '',
          showPrompt: origine.showInputMessage === true,
          title: origine.inputTitle ?? '',
        },
        alerte: {
          message: origine.errorMessage ?? '',
          showAlert: origine.showErrorMessage === true,
          style: majuscule(origine.errorStyle ?? 'stop'),
          title: origine.errorTitle ?? '',
        },
        ignorerVides: origine.allowBlank === true,
      },
    ];
  });
}

const texte = (valeur: Json | undefined): string =>
  valeur === undefined || valeur === null
    ? ''
    : String(valeur as string | number | boolean).replace(/^=/, '');
const champ = (objet: { [cle: string]: Json }, cle: string): string => texte(objet[cle]);

export function versFichier({
  rect,
  regle: brute,
  message,
  alerte,
  ignorerVides,
}: ValidationHote): DataValidation | null {
  const [genre, corps] = Object.entries(brute)[0] ?? [];
  const type = (Object.keys(GENRES) as DataValidation['type'][]).find((cle) => GENRES[cle] === genre);
  if (!type || typeof corps !== 'object' || corps === null || Array.isArray(corps)) return null;
  const commun: DataValidation = {
    type,
    range: adresse(rect),
    allowBlank: ignorerVides,
    showInputMessage: message['showPrompt'] === true,
    showErrorMessage: alerte['showAlert'] === true,
    inputTitle: champ(message, 'title'),
    inputMessage: champ(message, 'message'),
    errorTitle: champ(alerte, 'title'),
    errorMessage: champ(alerte, 'message'),
    errorStyle: minuscule(champ(alerte, 'style') || 'Stop') as NonNullable<DataValidation['errorStyle']>,
  };
  if (type === 'list') {
    const source = corps['source'];
    const plage = typeof source === 'string' && source.startsWith('=');
    return plage ? { ...commun, formula1: source.slice(1) } : { ...commun, values: texte(source).split(',') };
  }
  if (type === 'custom') return { ...commun, formula1: champ(corps, 'formula') };
  const operator = operateurSimple(champ(corps, 'operator') || 'Between') as NonNullable<
    DataValidation['operator']
  >;
  const formula2 = champ(corps, 'formula2');
  return {
    ...commun,
    operator,
    formula1: champ(corps, 'formula1'),
    ...(formula2 === '' ? {} : { formula2 }),
  };
}
