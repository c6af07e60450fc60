import type { Changement, Cellule, PortExcel } from '../../src/classeur/excel/port';
import { lireParametres } from '../../src/dossier/lecture/parametres';
import { formulesEnErreur } from '../../src/volet/formules';
import { jusqua } from '../outils/attente';
import { excelParEssai, planAnomalies } from './outils';

const FEUILLES = [
  {
    nom: 'Projets',
    lignes: [
      ['N° dossier', 'Siret', 'Coût'],
      ['A-1', 77567227221138, '12 000 €'],
      ['A-2', '', { erreur: '#N/A' }],
    ],
  },
  {
    nom: 'Paramètres',
    lignes: [
      ['Code Caf', 45],
      ['Année scolaire', null],
    ],
    en: 'B2',
  },
];

const excel = excelParEssai(FEUILLES);

const lire = (adresse: string): unknown => excel.hote.lire(adresse)[0]?.[0]?.valeur;

describe('Aller à la cellule', () => {
  it('active la feuille et sélectionne', async () => {
    await excel.port.allerA({ feuille: 'Paramètres', ligne: 3, colonne: 3 });
    expect(excel.hote.classeur.active.nom).toBe('Paramètres');
    expect(excel.hote.classeur.selection).toMatchObject({ ligne: 2, colonne: 2 });
  });

  it('dit qu’une feuille est masquée, ou qu’elle n’existe plus', async () => {
    excel.hote.feuille('Paramètres').visibilite = 'Hidden';
    await expect(excel.port.allerA({ feuille: 'Paramètres', ligne: 1, colonne: 1 })).rejects.toThrow(
      'est masquée',
    );
    await expect(excel.port.allerA({ feuille: 'Partie', ligne: 1, colonne: 1 })).rejects.toThrow(
      'La feuille « Partie » n’existe plus dans ce classeur.',
    );
  });
});

describe('Corriger', () => {
  const corrections = [
    { feuille: 'Projets', ligne: 2, colonne: 2, avant: 77567227221138, apres: '77567227221138', format: '@' },
    { feuille: 'Projets', ligne: 2, colonne: 3, avant: '12 000 €', apres: 12_000 },
    { feuille: 'Projets', ligne: 3, colonne: 3, avant: { illisible: '#N/A' }, apres: null },
    { feuille: 'Projets', ligne: 3, colonne: 2, avant: null, apres: '=A1' },
  ];

  it('écrit en deux échanges, et son inverse rétablit valeurs et formats', async () => {
    let inverse: Awaited<ReturnType<PortExcel['corriger']>> = [];
    const trajets = await excel.hote.pendant(
      async () => void (inverse = await excel.port.corriger(corrections)),
    );
    expect(trajets).toHaveLength(2);
    expect(['B2', 'C2', 'C3', 'B3'].map((a) => lire(`Projets!${a}`))).toEqual([
      '77567227221138',
      12_000,
      null,
      '=A1',
    ]);
    const refait = await excel.port.corriger(inverse);
    expect(['B2', 'C2', 'C3', 'B3'].map((a) => lire(`Projets!${a}`))).toEqual([
      77567227221138,
      '12 000 €',
      { erreur: '#N/A' },
      null,
    ]);
    expect(excel.hote.feuille('Projets').presentations.en('numberFormat', 1, 1)).toBe('General');
    await excel.port.corriger(refait);
    expect(lire('Projets!C2')).toBe(12_000);
  });

  it('rétablit la formule qu’une correction a remplacée', async () => {
    await excel.hote.saisir('Projets!D2', '=CLAS.PS(1,1)');
    const [inverse] = await excel.port.corriger([
      { feuille: 'Projets', ligne: 2, colonne: 4, avant: { illisible: '#NAME?' }, apres: 5 },
    ]);
    await excel.port.corriger([inverse!]);
    expect(excel.hote.lire('Projets!D2')[0]?.[0]?.formule).toBe('=CLAS.PS(1,1)');
  });

  it('n’écrit rien quand une seule cellule a changé entre-temps', async () => {
    await excel.hote.saisir('Projets!C2', 13_000);
    await expect(excel.port.corriger(corrections)).rejects.toThrow(
      'La cellule C2 de la feuille « Projets » a changé',
    );
    expect(lire('Projets!B2')).toBe(77567227221138);
  });

  it('rend vrai nombre ce qui était un texte au format Texte', async () => {
    excel.hote.classeur.presenter(
      excel.hote.feuille('Projets'),
      'numberFormat',
      excel.hote.plage('Projets!C2').rect,
      '@',
    );
    await excel.port.corriger([corrections[1]!]);
    expect(lire('Projets!C2')).toBe(12_000);
  });

  it('refuse d’avance une feuille protégée, sans rien écrire ailleurs', async () => {
    excel.hote.feuille('Projets').protection = { options: {}, motDePasse: null };
    const parametre = { feuille: 'Paramètres', ligne: 3, colonne: 3, avant: null, apres: '2021-2022' };
    await expect(excel.port.corriger([parametre, ...corrections])).rejects.toThrow(
      'La feuille « Projets » est protégée',
    );
    expect(lire('Paramètres!C3')).toBeNull();
  });
});

describe('Paramètres', () => {
  it('écrit à droite du libellé, même sous un synonyme, et ajoute ce qui manque', async () => {
    await excel.port.ecrireParametres('Paramètres', {
      caf: '01',
      'Année scolaire': '2021-2022',
      contact: 'service@caf.example',
    });
    expect(lire('Paramètres!C2')).toBe('01');
    expect(lire('Paramètres!C3')).toBe('2021-2022');
    expect([lire('Paramètres!B4'), lire('Paramètres!C4')]).toEqual(['Contact', 'service@caf.example']);
    const { feuilles } = await excel.port.lire();
    expect(lireParametres(feuilles.find(({ nom }) => nom === 'Paramètres'))).toMatchObject({
      caf: '01',
      annee: 2021,
      contact: 'service@caf.example',
    });
  });

  it('laisse le barème et passe la fusion du libellé : il écrit où la lecture lira', async () => {
    await Excel.run(async (contexte) => {
      const feuille = contexte.workbook.worksheets.getItem('Paramètres');
      feuille.getRange('B1:F3').clear();
      feuille.getRange('B1:F2').values = [
        ['Année', 'Prix plafond', 'Taux', 'Montant maximal', 'Source'],
        [2021, 7885, 0.325, 2563, 'circulaire'],
      ];
      feuille.getRange('B4').values = [['Année scolaire']];
      feuille.getRange('B4:C4').merge();
      await contexte.sync();
    });
    await excel.port.ecrireParametres('Paramètres', { annee: '2021-2022' });
    expect(lire('Paramètres!C1')).toBe('Prix plafond');
    expect(lire('Paramètres!D4')).toBe('2021-2022');
    const { feuilles } = await excel.port.lire();
    expect(lireParametres(feuilles.find(({ nom }) => nom === 'Paramètres'))).toMatchObject({ annee: 2021 });
  });

  it('une feuille renommée entre-temps se dit, sans rien écrire', async () => {
    await expect(excel.port.ecrireParametres('Réglages', { caf: '01' })).rejects.toThrow(
      'Feuille « Réglages » introuvable',
    );
    expect(lire('Paramètres!C2')).not.toBe('01');
  });
});

describe('Colorer', () => {
  it('se retire sans toucher au fond ni aux règles de l’agent', async () => {
    const feuille = excel.hote.feuille('Projets');
    await Excel.run(async (contexte) => {
      const plage = contexte.workbook.worksheets.getItem('Projets').getRange('A1:C3');
      plage.format.fill.color = '#00FF00';
      plage.conditionalFormats.add('Custom').custom.rule.formula = '=$A1=""';
      await contexte.sync();
    });
    const teinte = (ligne: number, gravite: 'bloquante' | 'alerte') => ({
      feuille: 'Projets',
      ligne,
      colonne: 3,
      gravite,
    });
    await excel.port.colorer([teinte(2, 'bloquante'), teinte(3, 'alerte')]);
    await excel.port.colorer([teinte(2, 'bloquante'), teinte(3, 'bloquante')]);
    expect(feuille.misesEnForme).toHaveLength(2);
    expect(feuille.misesEnForme[0]?.rects).toMatchObject([{ ligne: 1, colonne: 2, lignes: 2 }]);
    await excel.port.decolorer();
    await excel.port.decolorer();
    expect(feuille.misesEnForme.map(({ proprietes }) => proprietes.get('rule.formula'))).toEqual(['=$A1=""']);
    expect(feuille.presentations.en('fill.color', 1, 2)).toBe('#00FF00');
  });
});

describe('Formules', () => {
  it('dit celles qui sont en erreur, comme l’agent les voit, et refait celles de Clas', async () => {
    await excel.hote.saisir('Projets!D2', '=CLAS.PS(1,1)');
    await excel.hote.saisir('Projets!D3', '=AUTRE.FONCTION(1)');
    expect(formulesEnErreur(await excel.port.lire())).toEqual([
      { feuille: 'Projets', ligne: 2, colonne: 4, formule: '=CLAS.PS(1;1)', erreur: '#NOM?' },
      { feuille: 'Projets', ligne: 3, colonne: 4, formule: '=AUTRE.FONCTION(1)', erreur: '#NOM?' },
    ]);
    expect(await excel.port.recalculerFormules()).toBe(1);
    expect(excel.hote.lire('Projets!D2')[0]?.[0]?.formule).toBe('=CLAS.PS(1,1)');
  });
});

describe('Suivre l’agent', () => {
  it('dit ses modifications, pas les nôtres ni celles de nos feuilles', async () => {
    const recus: Changement[] = [];
    const suivis: Changement[] = [];
    const arreter = await excel.port.surChangement((changement) => recus.push(changement));
    await excel.port.surChangement((changement) => suivis.push(changement));
    await excel.hote.saisir('Projets!C2', 5);
    await excel.port.ecrireFeuilles([planAnomalies(2)]);
    await excel.port.corriger([{ feuille: 'Projets', ligne: 2, colonne: 3, avant: 5, apres: 6 }]);
    await excel.hote.saisir('Anomalies!A9', 'x');
    excel.hote.classeur.ajouterFeuille('Collectifs', 'agent');
    // les annonces viennent dans l'ordre des gestes : la dernière arrivée, les autres l'étaient
    await jusqua(() => suivis.at(-1)?.feuille === 'Collectifs');
    excel.hote.classeur.supprimerFeuille(excel.hote.feuille('Collectifs'), 'agent');
    await jusqua(() => suivis.length > 2);
    expect(recus).toEqual([
      { feuille: 'Projets', plage: 'C2' },
      { feuille: 'Collectifs', plage: null },
      { feuille: 'Collectifs', plage: null },
    ]);
    await arreter();
    await excel.hote.saisir('Projets!C2', 7);
    // l'autre écouteur, servi après, l'a su
    await jusqua(() => suivis.length > 3);
    expect(recus).toHaveLength(3);
  });

  it('suit la sélection et l’onglet, sans jamais deux lectures à la fois', async () => {
    const recues: Cellule[] = [];
    const arreter = await excel.port.surSelection((cellule) => recues.push(cellule));
    const derniere = (feuille: string, ligne: number): Promise<void> =>
      jusqua(() => recues.at(-1)?.feuille === feuille && recues.at(-1)?.ligne === ligne);
    excel.hote.selectionner('Projets!B3:C9');
    await derniere('Projets', 3);
    excel.hote.selectionner('Paramètres!A1');
    await derniere('Paramètres', 1);
    // celle d'avant l'écoute, puis celle qui vient d'être choisie
    expect(recues.slice(0, 2)).toEqual([
      { feuille: 'Projets', ligne: 1, colonne: 1 },
      { feuille: 'Projets', ligne: 3, colonne: 2 },
    ]);
    expect(recues.at(-1)).toEqual({ feuille: 'Paramètres', ligne: 1, colonne: 1 });
    // l'hôte répond dans l'ordre : ce qui fut demandé avant cette lecture l'est aussi répondu
    await excel.port.lire();
    const trajets = await excel.hote.pendant(async () => {
      for (let ligne = 1; ligne <= 30; ligne++) excel.hote.selectionner(`Paramètres!A${ligne}`);
      await derniere('Paramètres', 30);
      await excel.port.lire();
    });
    // une en cours, une seule pour toutes les autres
    expect(trajets.filter(({ actions }) => actions[0]?.includes('GetActiveCell'))).toHaveLength(2);
    expect(recues.at(-1)).toEqual({ feuille: 'Paramètres', ligne: 30, colonne: 1 });
    await arreter();
  });
});

describe('Réglages et classeur neuf', () => {
  it('garde un réglage dans le classeur, et le retire', async () => {
    expect(excel.port.lireReglage('colonnes')).toBeNull();
    await excel.port.ecrireReglage('colonnes', '{"projets":{}}');
    expect(excel.port.lireReglage('colonnes')).toBe('{"projets":{}}');
    expect([...excel.hote.classeur.reglages.keys()]).toEqual(['clas.colonnes']);
    await excel.port.ecrireReglage('colonnes', null);
    expect(excel.port.lireReglage('colonnes')).toBeNull();
  });

  it('ouvre un classeur neuf avec les octets donnés', async () => {
    const octets = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256);
    await excel.port.ouvrirClasseur(octets);
    const [base64 = ''] = excel.hote.classeur.classeursCrees;
    expect(new Uint8Array(Buffer.from(base64, 'base64'))).toEqual(octets);
  });
});
