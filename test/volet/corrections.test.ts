import { correctionSituee } from '../../src/dossier/anomalies/correction';
import type { Code } from '../../src/dossier/anomalies/catalogue';
import { examiner } from '../../src/dossier/examiner';
import type { Valeur } from '../../src/valeurs/valeur';
import { creerPort, projet } from './port';

/** La proposition faite pour la première anomalie de ce code. */
async function propositionPour(
  change: Readonly<Record<string, Valeur>>,
  code: Code,
  { formule, dates1904 = false }: { formule?: string; dates1904?: boolean } = {},
) {
  const port = creerPort([projet('D-1', change)]);
  if (formule !== undefined) port.formules.set('N2', formule);
  const { anomalies } = examiner({ ...(await port.lire()), dates1904 }, { au: '2022-01-10' });
  const trouvee = anomalies.find((a) => a.code === code);
  if (!trouvee) throw new Error(`${code} absent : ${anomalies.map((a) => a.code).join()}`);
  const correction = correctionSituee(trouvee);
  return correction && { correction, texte: trouvee.correction?.texte };
}

test.each<[string, Readonly<Record<string, Valeur>>, Code, string | number, string, string | undefined]>([
  [
    'Siret en nombre',
    { Siret: 73282932000074 },
    'siret.stocke-en-nombre',
    '73282932000074',
    '73282932000074',
    '@',
  ],
  [
    'Siret privé de son zéro',
    { Siret: 5580120100017 },
    'siret.stocke-en-nombre',
    '05580120100017',
    '05580120100017',
    '@',
  ],
  [
    'montant en texte',
    { 'Coût prévisionnel': '24 000,50 €' },
    'cellule.montant-en-texte',
    24000.5,
    '24\u202f000,50\u00a0€',
    '#,##0.00\\ "€"_-',
  ],
  ['nombre entier en texte', { Enfants: '30' }, 'cellule.montant-en-texte', 30, '30', '0'],
  [
    'trop de décimales',
    { 'Coût prévisionnel': 24000.125 },
    'cellule.plus-de-deux-decimales',
    24000.13,
    '24\u202f000,13\u00a0€',
    '#,##0.00\\ "€"_-',
  ],
  ['oui à normaliser', { 'Axe école': ' X ' }, 'cellule.oui-non-normalise', 'oui', 'oui', undefined],
  ['non à normaliser', { 'Projet bonus validé': 0 }, 'cellule.oui-non-normalise', 'non', 'non', undefined],
  [
    'date en texte',
    { 'Fin de convention': '30/06/2022' },
    'cellule.date-en-texte',
    44742,
    '30/06/2022',
    'dd/mm/yyyy',
  ],
])('%s', async (_, change, code, apres, texte, format) => {
  const proposition = await propositionPour(change, code);
  expect(proposition?.correction).toMatchObject({
    feuille: 'Projets',
    ligne: 2,
    avant: Object.values(change)[0],
    apres,
  });
  expect(proposition?.correction.format).toBe(format);
  expect(proposition?.texte).toBe(texte);
});

test('une date suit le calendrier du classeur', async () => {
  const p = await propositionPour({ 'Fin de convention': '30/06/2022' }, 'cellule.date-en-texte', {
    dates1904: true,
  });
  expect(p?.correction.apres).toBe(44742 - 1462);
});

test.each<[string, Readonly<Record<string, Valeur>>, Code]>([
  ['un montant ambigu', { 'Coût prévisionnel': '24.000' }, 'cellule.montant-ambigu'],
  ['un Siret faux', { Siret: '12345678901234' }, 'siret.invalide'],
  ['un Siret en notation scientifique', { Siret: '7,32829E+13' }, 'siret.arrondi'],
  ['un texte illisible', { 'Coût prévisionnel': 'néant' }, 'cellule.nombre-illisible'],
])('%s ne se corrige pas d’ici', async (_, change, code) => {
  expect(await propositionPour(change, code)).toBeNull();
});

test('une formule n’est jamais remplacée par sa valeur', async () => {
  const change = { 'Coût prévisionnel': 24000.125 };
  expect(await propositionPour(change, 'cellule.plus-de-deux-decimales', { formule: '=A1*2' })).toBeNull();
});
