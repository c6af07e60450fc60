/** Une feuille protégée : chaque geste qui écrirait la nomme d'une phrase, et le reste du classeur ne bouge pas. */
import type { Correction, Teinte } from '../../src/classeur/excel/port';
import { excelParEssai } from './outils';

const excel = excelParEssai([
  {
    nom: 'Projets',
    lignes: [
      ['N° dossier', 'Siret', 'Coût', 'Date'],
      ['A-1', 77567227221138, '12 000 €', 'le 31/12/2021'],
    ],
  },
  { nom: 'Suivi', lignes: [['Note'], ['à voir']] },
]);

const lire = (adresse: string): unknown => excel.hote.lire(adresse)[0]?.[0];
const proteger = (nom: string, options: { [cle: string]: boolean } = {}): void =>
  void (excel.hote.feuille(nom).protection = { options, motDePasse: null });
const liberer = (adresse: string): void => {
  const { feuille, rect } = excel.hote.plage(adresse);
  excel.hote.classeur.presenter(feuille, 'protection.locked', rect, false);
};
const PROTEGEE =
  'La feuille « Projets » est protégée : ôter sa protection (onglet Révision), puis recommencer.';
const cout: Correction = { feuille: 'Projets', ligne: 2, colonne: 3, avant: '12 000 €', apres: 12_000 };
const siret: Correction = {
  feuille: 'Projets',
  ligne: 2,
  colonne: 2,
  avant: 77567227221138,
  apres: '77567227221138',
  format: '@',
};
const date: Correction = {
  feuille: 'Projets',
  ligne: 2,
  colonne: 4,
  avant: 'le 31/12/2021',
  apres: 44_561,
  format: 'dd/mm/yyyy',
};

describe('Corriger', () => {
  it('écrit dans une cellule déverrouillée', async () => {
    proteger('Projets');
    liberer('Projets!C2');
    await excel.port.corriger([cout]);
    expect(lire('Projets!C2')).toMatchObject({ valeur: 12_000 });
  });

  it('ni un montant ni un Siret n’ont besoin d’un format, une date si ; tout se refuse alors d’avance', async () => {
    liberer('Projets!B2:D2');
    proteger('Projets');
    const inverse = await excel.port.corriger([{ ...cout, format: '0.00' }, siret]);
    expect([lire('Projets!B2'), lire('Projets!C2')]).toMatchObject([
      { valeur: '77567227221138' },
      { valeur: 12_000 },
    ]);
    await excel.port.corriger(inverse);
    await expect(excel.port.corriger([cout, date])).rejects.toThrow(PROTEGEE);
    expect(lire('Projets!C2')).toMatchObject({ valeur: '12 000 €' });
    proteger('Projets', { allowFormatCells: true });
    await excel.port.corriger([cout, date]);
    expect(lire('Projets!D2')).toMatchObject({ valeur: 44_561 });
  });
});

describe('Couleurs', () => {
  const teinte = (feuille: string, gravite: Teinte['gravite']): Teinte => ({
    feuille,
    ligne: 2,
    colonne: 1,
    gravite,
  });
  const regles = (nom: string): number => excel.hote.feuille(nom).misesEnForme.length;

  it('ne se posent ni ne se retirent nulle part si une feuille les refuse', async () => {
    await excel.port.colorer([teinte('Suivi', 'alerte')]);
    proteger('Projets');
    await expect(
      excel.port.colorer([teinte('Suivi', 'bloquante'), teinte('Projets', 'alerte')]),
    ).rejects.toThrow(PROTEGEE);
    expect([regles('Suivi'), regles('Projets')]).toEqual([1, 0]);
    await excel.port.colorer([teinte('Suivi', 'bloquante')]);
    proteger('Projets', { allowFormatCells: true });
    await excel.port.colorer([teinte('Suivi', 'bloquante'), teinte('Projets', 'alerte')]);
    expect([regles('Suivi'), regles('Projets')]).toEqual([1, 1]);
    proteger('Projets');
    await expect(excel.port.decolorer()).rejects.toThrow(PROTEGEE);
    expect([regles('Suivi'), regles('Projets')]).toEqual([1, 1]);
  });
});

describe('Recalculer', () => {
  it('refait les formules qui peuvent l’être, et nomme la feuille des autres', async () => {
    await excel.hote.saisir('Projets!E2:E3', '=CLAS.PS(1,1)');
    await excel.hote.saisir('Suivi!B2', '=CLAS.PS(1,1)');
    proteger('Projets');
    liberer('Projets!E2');
    await expect(excel.port.recalculerFormules()).rejects.toThrow(
      `${PROTEGEE} Les autres formules sont recalculées.`,
    );
  });
});
