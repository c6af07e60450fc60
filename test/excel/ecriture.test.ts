import { creerPortExcel } from '../../src/classeur/excel';
import { ASPECTS } from '../../src/classeur/aspects';
import { styleDe } from '../../src/classeur/xlsx/styles';
import type { FeuillePlan, Style } from '../../src/dossier/formes/plan';
import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';
import { planAnomalies } from './outils';

const PROJETS = {
  nom: 'Projets',
  lignes: [
    ['N° dossier', 'Coût'],
    ['2021-45-1', 12_000],
  ],
};

let ouvert: ExcelOuvert;
afterEach(() => ouvert.fermer());

const valeurs = (adresse: string): unknown[][] =>
  ouvert.hote.lire(adresse).map((ligne) => ligne.map(({ valeur, formule }) => formule ?? valeur));

describe('Écrire nos feuilles', () => {
  beforeEach(async () => {
    ouvert = await ouvrirHote({ feuilles: [PROJETS] });
  });

  it('garde en texte ce qui ressemble à une frappe, et en formule ce qui en est une', async () => {
    const textes = [
      '=A1+1',
      '+33 6 12 34 56 78',
      '-5',
      '@SOMME(A1)',
      "'007",
      '007',
      '12/10/2021',
      'VRAI',
      '#N/A',
      '1E5',
      'mars 2021',
    ];
    const plan: FeuillePlan = {
      nom: 'Calculs',
      colonnes: [{ largeur: 20 }, { largeur: 12, format: 'montant' }],
      lignes: [
        ...textes.map((valeur, i) => [{ valeur }, { valeur: i + 0.5 }]),
        [
          { valeur: 'Total', style: 'total' as const },
          { valeur: 60.5, formule: 'SUM(B1:B11)', style: 'total' as const },
        ],
        [{ valeur: true }, { valeur: null }],
      ],
    };
    // La grille en mémoire ne calcule pas SUM : on regarde ce qui a été écrit, sans le lire comme valeur.
    await creerPortExcel().ecrireFeuilles([plan]);
    expect(valeurs('Calculs!A1:A11').flat()).toEqual(textes);
    expect(ouvert.hote.lire('Calculs!B12')[0]?.[0]?.formule).toBe('=SUM(B1:B11)');
    expect(valeurs('Calculs!B1:B2')).toEqual([[0.5], [1.5]]);
    expect(valeurs('Calculs!A13:B13')).toEqual([[true, null]]);
    const feuille = ouvert.hote.feuille('Calculs');
    expect(feuille.presentations.en('numberFormat', 0, 1)).toBe('#,##0.00\\ "€"_-');
    expect(feuille.presentations.en('fill.color', 11, 0)).toBe('#F2F2F2');
  });

  it('pose largeurs, volets, tableau, styles, protection et mise en page', async () => {
    await creerPortExcel().ecrireFeuilles([{ ...planAnomalies(9), protegee: true }]);
    const feuille = ouvert.hote.feuille('Anomalies');
    expect(feuille.volets).toEqual({ lignes: 2, colonnes: 0 });
    expect(feuille.presentations.en('columnWidth', 5, 0)).toBe(66.75);
    expect(feuille.presentations.en('fill.color', 2, 0)).toBe(`#${ASPECTS.bloquante.fond ?? ''}`);
    expect(feuille.presentations.en('fill.color', 3, 0)).toBe(`#${ASPECTS.alerte.fond ?? ''}`);
    expect(feuille.presentations.en('font.bold', 1, 4)).toBe(true);
    expect(ouvert.hote.classeur.tableaux).toMatchObject([
      { nom: 'Anomalies', rect: { ligne: 1, lignes: 10, colonnes: 5 } },
    ]);
    expect(feuille.protection?.options).toMatchObject({ allowAutoFilter: true });
    expect(feuille.miseEnPage).toMatchObject({ Orientation: 'Landscape', LeftFooter: 'Clas' });
    expect(feuille.titresLignes).toMatchObject({ ligne: 1, lignes: 1 });
  });

  it.each([
    [false, { horizontalFitToPages: 1 }],
    [true, { horizontalFitToPages: 1, verticalFitToPages: 1 }],
  ])('tout sur une page (%s) : l’échelle le dit', async (unePage, zoom) => {
    await creerPortExcel().ecrireFeuilles([{ ...planAnomalies(9), impression: { paysage: true, unePage } }]);
    await Excel.run(async (contexte) => {
      const { pageLayout } = contexte.workbook.worksheets.getItem('Anomalies');
      pageLayout.load('zoom');
      await contexte.sync();
      expect(pageLayout.zoom).toEqual(zoom);
    });
  });

  it('trop large pour une page : plusieurs, les colonnes figées répétées', async () => {
    const large = { ...planAnomalies(9), colonnesFigees: 2, impression: { paysage: false } };
    const colonnes = large.colonnes.map((colonne) => ({ ...colonne, largeur: 80 }));
    await creerPortExcel().ecrireFeuilles([{ ...large, colonnes }]);
    const { miseEnPage, titresColonnes } = ouvert.hote.feuille('Anomalies');
    expect(miseEnPage['Zoom']).toEqual({ horizontalFitToPages: Math.ceil((colonnes.length * 80) / 165) });
    expect(titresColonnes).toMatchObject({ colonne: 0, colonnes: 2 });
  });

  it('réécrit sur place, plus court puis plus long : même feuille, même tableau, rien ne reste', async () => {
    const port = creerPortExcel();
    await port.ecrireFeuilles([{ ...planAnomalies(30), protegee: true }]);
    const { id } = ouvert.hote.feuille('Anomalies');
    const tableau = ouvert.hote.classeur.tableaux[0]?.id;
    ouvert.hote.feuille('Anomalies').lignesMasquees.add(4);
    for (const n of [3, 50]) {
      expect(await ouvert.hote.pendant(() => port.ecrireFeuilles([planAnomalies(n)]))).toHaveLength(1);
      expect(ouvert.hote.feuille('Anomalies').id).toBe(id);
      expect(ouvert.hote.classeur.tableaux).toMatchObject([{ id: tableau, rect: { lignes: n + 1 } }]);
      expect(ouvert.hote.classeur.etendue(ouvert.hote.feuille('Anomalies'), true)).toMatchObject({
        lignes: n + 2,
      });
    }
    expect(ouvert.hote.feuille('Anomalies').lignesMasquees.size).toBe(0);
    expect(ouvert.hote.feuille('Anomalies').protection).toBeNull();
  });

  it('se réécrit aussi dans Excel sur le web, qui borne les cellules d’une opération', async () => {
    ouvert.fermer();
    ouvert = await ouvrirHote({ feuilles: [PROJETS], plateforme: 'Web' });
    const port = creerPortExcel();
    await port.ecrireFeuilles([planAnomalies(30)]);
    await port.ecrireFeuilles([planAnomalies(2)]);
    expect(ouvert.hote.classeur.etendue(ouvert.hote.feuille('Anomalies'), true)?.lignes).toBe(
      planAnomalies(2).lignes.length,
    );
  });

  it('retrouve ses repères quand l’agent a supprimé la feuille ou défait le tableau', async () => {
    const port = creerPortExcel();
    await port.ecrireFeuilles([planAnomalies(4)]);
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets.getItem('Anomalies').tables.getItem('Anomalies').convertToRange();
      await contexte.sync();
    });
    await port.ecrireFeuilles([planAnomalies(5)]);
    expect(ouvert.hote.classeur.tableaux).toMatchObject([{ nom: 'Anomalies', rect: { lignes: 6 } }]);
    await Excel.run(async (contexte) => {
      contexte.workbook.worksheets.getItem('Anomalies').delete();
      await contexte.sync();
    });
    await port.ecrireFeuilles([planAnomalies(2)]);
    expect(valeurs('Anomalies!A3:B4')).toEqual([
      ['bloquante', 'Projets'],
      ['alerte', 'Projets'],
    ]);
    expect(valeurs('Projets!A1:B2')).toEqual(PROJETS.lignes);
  });

  it('refuse toute autre feuille, sans rien demander à Excel', async () => {
    const trajets = await ouvert.hote.pendant(() =>
      expect(
        creerPortExcel().ecrireFeuilles([planAnomalies(1), { ...planAnomalies(1), nom: 'Projets' }]),
      ).rejects.toThrow('Clas n’écrit pas dans la feuille « Projets ».'),
    );
    expect(trajets).toHaveLength(0);
  });

  it('coupe une très grosse écriture sous 5 Mo', async () => {
    const port = creerPortExcel();
    const trajets = await ouvert.hote.pendant(() => port.ecrireFeuilles([planAnomalies(45_000)]));
    expect(trajets.length).toBeGreaterThan(2);
    expect(Math.max(...trajets.map(({ octetsRequete }) => octetsRequete))).toBeLessThan(5 * 1024 * 1024);
    expect(valeurs('Anomalies!D45002')).toEqual([[12.5]]);
  });
});

describe('Préparer le classeur', () => {
  const plans: FeuillePlan[] = [
    {
      nom: 'Projets',
      colonnes: [{ largeur: 14, format: 'texte' }, { largeur: 10 }],
      lignes: [
        [
          { valeur: 'N° dossier', style: 'entete' },
          { valeur: 'Milieu rural', style: 'entete' },
        ],
      ],
      tableaux: [{ nom: 'Projets', plage: 'A1:B1' }],
      validations: [
        {
          plage: 'B2:B500',
          regle: { type: 'liste', source: 'Listes!$A$1:$A$2' },
          titre: 'Oui ou non',
          message: 'Choisir.',
          rigueur: 'arret',
        },
      ],
      notes: [{ adresse: 'A1', texte: 'Le numéro de la fiche projet. '.repeat(20) }],
    },
    {
      nom: 'Listes',
      colonnes: [{ largeur: 8 }],
      lignes: [[{ valeur: 'Oui' }], [{ valeur: 'Non' }]],
      masquee: true,
    },
  ];
  const plan = { feuilles: plans, proprietes: { titre: '', sujet: '', auteur: '' } };

  it('crée les feuilles absentes, avec listes, aide et tableau', async () => {
    ouvert = await ouvrirHote();
    const port = creerPortExcel();
    const trajets = await ouvert.hote.pendant(async () =>
      expect(await port.creerFeuilles(plan)).toEqual(['Projets', 'Listes']),
    );
    expect(trajets).toHaveLength(2);
    const feuille = ouvert.hote.feuille('Projets');
    expect(ouvert.hote.feuille('Listes').visibilite).toBe('Hidden');
    expect(feuille.validations[0]).toMatchObject({
      regle: { list: { source: '=Listes!$A$1:$A$2' } },
      alerte: { style: 'Stop' },
    });
    // L'aide est un message de saisie, coupé à la longueur qu'Excel admet.
    expect(String(feuille.validations[1]?.message['message'])).toHaveLength(225);
    expect(ouvert.hote.classeur.tableaux).toMatchObject([{ nom: 'Projets', rect: { lignes: 2 } }]);
    expect(await port.creerFeuilles(plan)).toEqual([]);
  });

  it('ne touche pas une feuille présente, même sous un nom voisin', async () => {
    ouvert = await ouvrirHote({
      feuilles: [
        { ...PROJETS, nom: 'Fiches projets' },
        { nom: 'LISTES', lignes: [['mien']] },
      ],
    });
    expect(await creerPortExcel().creerFeuilles(plan)).toEqual([]);
    expect(valeurs('LISTES!A1')).toEqual([['mien']]);
  });
});

it.each(Object.keys(ASPECTS) as Style[])(
  '« %s » a le même aspect dans Excel et dans un fichier',
  async (role) => {
    ouvert = await ouvrirHote();
    const plan: FeuillePlan = {
      nom: 'Anomalies',
      colonnes: [{ largeur: 12 }],
      lignes: [[{ valeur: 'x', style: role }]],
    };
    await creerPortExcel().ecrireFeuilles([plan]);
    const { presentations } = ouvert.hote.feuille('Anomalies');
    const { fond, texte, gras, italique, taille, renvoi, trait, cadre, deverrouillee } = ASPECTS[role];
    const dite = (nom: string) => presentations.en(nom, 0, 0);
    const couleur = (rgb: string | undefined) => (rgb === undefined ? undefined : `#${rgb}`);
    expect(dite('fill.color')).toBe(couleur(fond));
    expect(dite('font.color')).toBe(couleur(texte));
    expect([dite('font.bold'), dite('font.italic'), dite('font.size'), dite('wrapText')]).toEqual([
      gras,
      italique,
      taille,
      renvoi,
    ]);
    const style = styleDe(role);
    expect(style?.fill).toEqual(
      fond === undefined ? undefined : { type: 'pattern', pattern: 'solid', fgColor: { rgb: fond } },
    );
    expect(style?.font?.color?.rgb).toBe(texte);
    expect([style?.font?.bold, style?.font?.italic, style?.alignment?.wrapText]).toEqual([
      gras,
      italique,
      renvoi,
    ]);
    const filet = (rgb: string | undefined) =>
      rgb === undefined ? undefined : { style: 'thin', color: { rgb } };
    expect([style?.border?.top, style?.border?.left]).toEqual([filet(trait ?? cadre), filet(cadre)]);
    expect(style?.protection?.locked).toBe(deverrouillee && false);
  },
);
