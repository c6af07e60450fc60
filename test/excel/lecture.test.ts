import { readdirSync, readFileSync } from 'node:fs';
import { creerPortExcel } from '../../src/classeur/excel';
import { lireXlsx } from '../../src/classeur/xlsx/lecture';
import { estGeneree } from '../../src/dossier/feuilles';
import type { Feuille } from '../../src/dossier/formes/grille';
import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';
import { cellules, classeurDe, codes, planAnomalies, poserPresentation, versHote } from './outils';

/** Les classeurs d'exemple, ceux des essais et ceux que le dépôt donne à essayer. */
const EXEMPLES = ['test/exemples', 'assets/exemples'].flatMap((dossier) =>
  readdirSync(dossier)
    .filter((nom) => nom.endsWith('.xlsx'))
    .map((nom) => `${dossier}/${nom}`),
);

let ouvert: ExcelOuvert;
afterEach(() => ouvert.fermer());

describe('Lire le classeur de l’agent', () => {
  it.each(EXEMPLES)('lit %s dans Excel comme dans le fichier', async (chemin) => {
    const fichier = await lireXlsx(new Uint8Array(readFileSync(chemin)));
    ouvert = await ouvrirHote({ feuilles: fichier.feuilles.map(versHote) });
    for (const feuille of fichier.feuilles) poserPresentation(ouvert.hote, feuille);
    const port = creerPortExcel();
    let lues: readonly Feuille[] = [];
    const trajets = await ouvert.hote.pendant(async () => (lues = (await port.lire()).feuilles));
    expect(trajets.length).toBeLessThanOrEqual(3);
    expect(lues.map((f) => f.nom)).toEqual(fichier.feuilles.map((f) => f.nom));
    for (const [i, feuille] of lues.entries()) {
      const attendue = fichier.feuilles[i]!;
      expect(feuille.visibilite).toBe(attendue.visibilite);
      if (estGeneree(feuille.nom)) continue;
      expect(cellules(feuille)).toEqual(cellules(attendue));
      expect(codes(feuille)).toEqual(codes(attendue));
      expect(feuille.formules).toEqual(attendue.formules);
      expect(feuille.lignesMasquees).toEqual(attendue.lignesMasquees);
      expect(feuille.colonnesMasquees).toEqual(attendue.colonnesMasquees);
      expect(feuille.fusions).toEqual(attendue.fusions);
    }
  });

  it('nomme les feuilles de Clas sans les lire, et vide une feuille vide', async () => {
    ouvert = await ouvrirHote({
      feuilles: [
        { nom: 'Projets', lignes: [['N° dossier']], en: 'C4' },
        { nom: 'ANOMALIES', lignes: [['x']] },
        { nom: 'Vide', lignes: [] },
      ],
    });
    const { feuilles, dates1904 } = await creerPortExcel().lire();
    expect(feuilles.map(({ nom }) => nom)).toEqual(['Projets', 'ANOMALIES', 'Vide']);
    expect(feuilles[0]).toMatchObject({ premiereLigne: 4, premiereColonne: 3, lignes: [['N° dossier']] });
    expect(feuilles.slice(1).map(({ lignes }) => lignes)).toEqual([[], []]);
    expect(dates1904).toBe(false);
  });

  it('reconnaît le calendrier de 1904, les lignes masquées et les fusions', async () => {
    ouvert = await ouvrirHote({
      feuilles: [
        {
          nom: 'Projets',
          lignes: [
            ['a', 'b'],
            ['c', 'd'],
            ['e', 'f'],
          ],
          en: 'B2',
        },
      ],
    });
    ouvert.hote.classeur.dates1904 = true;
    ouvert.hote.feuille('Projets').lignesMasquees.add(2);
    ouvert.hote.feuille('Projets').fusions.push(ouvert.hote.plage('Projets!B2:C2').rect);
    const { feuilles, dates1904 } = await creerPortExcel().lire();
    expect(dates1904).toBe(true);
    expect(feuilles[0]).toMatchObject({ lignesMasquees: [3], fusions: ['B2:C2'] });
  });

  it('donne les formats, les lignes de total et les feuilles masquées', async () => {
    ouvert = await ouvrirHote({
      feuilles: [
        {
          nom: 'Projets',
          lignes: [
            ['N° dossier', 'Coût'],
            ['P-1', 44_500],
            ['P-2', 12],
            ['Total', 44_512],
          ],
          en: 'B2',
        },
        { nom: 'Versements', lignes: [['Montant'], [5]] },
        { nom: 'Notes', lignes: [['x']] },
      ],
    });
    const { hote } = ouvert;
    const { feuille } = hote.plage('Projets!A1');
    hote.classeur.presenter(feuille, 'numberFormat', hote.plage('Projets!B3:C3').rect, 'm/d/yyyy');
    hote.classeur.presenter(feuille, 'numberFormat', hote.plage('Projets!C4').rect, '@');
    hote.feuille('Versements').visibilite = 'VeryHidden';
    hote.feuille('Notes').visibilite = 'Hidden';
    await ouvert.Excel.run(async (contexte) => {
      const { tables } = contexte.workbook;
      tables.add('Projets!B2:C4', true).showTotals = true;
      tables.add('Versements!A1:A2', true);
      await contexte.sync();
    });
    const trajets = await hote.pendant(async () => {
      const { feuilles } = await creerPortExcel().lire();
      expect(feuilles[0]?.formats).toEqual([[], [undefined, 'm/d/yyyy'], [], []].map((l) => [l[0], l[1]]));
      expect(feuilles.map((f) => f.lignesDeTotal)).toEqual([[5], [], []]);
      expect(feuilles.map((f) => f.visibilite)).toEqual(['visible', 'tresMasquee', 'masquee']);
    });
    expect(trajets).toHaveLength(3);
  });

  it('distingue une erreur, un texte qui lui ressemble et un texte qui commence par « = »', async () => {
    ouvert = await ouvrirHote({
      feuilles: [
        {
          nom: 'Projets',
          lignes: [
            [
              { formule: '=RECHERCHEV(A1)', valeur: { erreur: '#N/A' } },
              'coût #N/A inconnu',
              '#N/A',
              { erreur: '#N/A' },
            ],
            [{ formule: '=SI(A1=1,2)', valeur: '' }, '#TODO!', "'=A1", 12],
          ],
        },
      ],
    });
    const port = creerPortExcel();
    const trajets = await ouvert.hote.pendant(async () => {
      const { feuilles } = await port.lire();
      expect(feuilles[0]?.lignes).toEqual([
        [{ illisible: '#N/A' }, 'coût #N/A inconnu', '#N/A', { illisible: '#N/A' }],
        ['', '#TODO!', "'=A1", 12],
      ]);
      expect([...(feuilles[0]?.formules ?? [])]).toEqual([
        ['A1', '=RECHERCHEV(A1)'],
        ['A2', '=SI(A1=1,2)'],
      ]);
    });
    // La feuille Projets vient avec les noms ; un échange de plus parce qu'une constante ressemble à une erreur.
    expect(trajets).toHaveLength(2);
  });

  it('se passe de la feuille Projets, ou la lit sous un nom à la casse près', async () => {
    ouvert = await ouvrirHote({
      feuilles: [
        { nom: 'Fiches', lignes: [['a']] },
        { nom: 'Vide', lignes: [] },
      ],
    });
    expect((await creerPortExcel().lire()).feuilles.map(({ lignes }) => lignes)).toEqual([[['a']], []]);
    ouvert.hote.classeur.renommerFeuille(ouvert.hote.feuille('Fiches'), 'PROJETS');
    const trajets = await ouvert.hote.pendant(async () => {
      expect((await creerPortExcel().lire()).feuilles[0]).toMatchObject({ nom: 'PROJETS', lignes: [['a']] });
    });
    expect(trajets).toHaveLength(2);
  });
});

describe('Nombre d’échanges', () => {
  it.each([40, 1_000, 5_000])('« Vérifier » tient en trois échanges à %i lignes', async (n) => {
    ouvert = await ouvrirHote({ feuilles: classeurDe(n) });
    const port = creerPortExcel();
    const lecture = await ouvert.hote.pendant(() => port.lire());
    const ecriture = await ouvert.hote.pendant(() => port.ecrireFeuilles([planAnomalies(n)]));
    expect([lecture.length, ecriture.length]).toEqual([2, 1]);
    const encore = await ouvert.hote.pendant(async () => {
      await port.lire();
      await port.ecrireFeuilles([planAnomalies(n + 5)]);
    });
    expect(encore).toHaveLength(3);
    expect(Math.max(...encore.map((trajet) => trajet.octetsReponse))).toBeLessThan(5 * 1024 * 1024);
    expect(ouvert.hote.lire(`Anomalies!A${n + 7}:E${n + 7}`)[0]?.map(({ valeur }) => valeur)).toHaveLength(5);
  });
});

describe('Classeurs trop grands pour un échange', () => {
  it('relit par blocs quand la réponse dépasse la limite', async () => {
    ouvert = await ouvrirHote({ feuilles: classeurDe(300), limiteOctets: 60_000 });
    const { feuilles } = await creerPortExcel().lire();
    expect(feuilles[1]?.lignes).toHaveLength(301);
    expect(feuilles[1]?.lignes[300]?.[0]).toBe('2021-45-00299');
    expect(feuilles[1]?.formules.size).toBe(900);
  });

  it('relit une feuille plus longue que la fenêtre', async () => {
    const lignes = Array.from({ length: 20_500 }, (_, i) => [i]);
    ouvert = await ouvrirHote({ feuilles: [{ nom: 'Projets', lignes }] });
    const trajets = await ouvert.hote.pendant(async () => {
      const { feuilles } = await creerPortExcel().lire();
      expect(feuilles[0]?.lignes).toHaveLength(20_500);
      expect(feuilles[0]?.lignes[20_499]).toEqual([20_499]);
    });
    expect(trajets.length).toBeLessThanOrEqual(4);
  });

  it('refuse une feuille démesurée par une phrase qui dit quoi faire', async () => {
    ouvert = await ouvrirHote({ feuilles: [{ nom: 'Projets', lignes: [['N° dossier']] }] });
    await ouvert.hote.saisir('Projets!GZ1000000', 'égaré');
    await expect(creerPortExcel().lire()).rejects.toThrow(
      'La feuille « Projets » s’étend sur 1000000 lignes et 208 colonnes : supprimer les lignes et les colonnes inutiles',
    );
  });
});
