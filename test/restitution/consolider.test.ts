/** La consolidation : ce qu'elle refuse, une raison à la fois, et le bilan qu'elle fait du reste. */
import { CATALOGUE } from '../../src/dossier/anomalies/catalogue';
import { SITUATIONS } from '../../src/dossier/anomalies/messages';
import { CAFS } from '../../src/dossier/cafs';
import type { ClasseurLu, Feuille } from '../../src/dossier/formes/grille';
import type { Valeur } from '../../src/valeurs/valeur';
import { consolider, type Bilan, type Entree } from '../../src/dossier/restitution/bilan/consolider';
import type { Remontee } from '../../src/dossier/restitution/remontee/donnees';
import { empreinteDe } from '../../src/dossier/restitution/remontee/empreinte';
import { sceauDe } from '../../src/dossier/restitution/remontee/planControle';
import type { LigneRemontee } from '../../src/dossier/restitution/remontee/presentation';
import { totauxDe } from '../../src/dossier/restitution/remontee/totaux';
import { montant } from '../../src/valeurs/montant';
import { lireRemontee } from '../../src/dossier/restitution/remontee/relecture';
import { planBilan } from '../../src/dossier/restitution/bilan/planBilan';
import { jsonConsolider } from '../../src/dossier/restitution/json';
import { creerRemontee } from '../../src/dossier/restitution/remontee/remontee';
import { planRemontee } from '../../src/dossier/restitution/remontee/planRemontee';
import { classeur, examen, examinerExemple, projet, relire, type Donnees } from './outils';

const ecrire = async (donnees: Donnees): Promise<ClasseurLu> =>
  relire(planRemontee(await creerRemontee(examen(donnees))));
const entree = async (fichier: string, donnees: Donnees): Promise<Entree> => ({
  fichier,
  remontee: await lireRemontee(await ecrire(donnees)),
});
const PROJETS = [projet('A'), projet('B', { 'Bonus parents': 0 })];
const raisons = (bilan: Bilan): string[] => bilan.refuses.map((r) => r.raison);

/** Le classeur avec une cellule changée (« B3 ») dans une feuille. */
const changer = (
  lu: ClasseurLu,
  nom: string,
  ligne: number,
  colonne: number,
  valeur: Valeur,
): ClasseurLu => ({
  ...lu,
  feuilles: lu.feuilles.map((f): Feuille => {
    if (f.nom !== nom) return f;
    const lignes = f.lignes.map((l) => [...l]);
    while (lignes.length <= ligne - f.premiereLigne) lignes.push([]);
    const cible = lignes[ligne - f.premiereLigne] ?? [];
    while (cible.length < colonne) cible.push(null);
    cible[colonne - 1] = valeur;
    return { ...f, lignes };
  }),
});

test('une bloquante adoucie en alerte (dossier à l’écart) se relit alerte : le bilan prend le fichier', async () => {
  const lu = await ecrire({
    projets: [...PROJETS, projet('C', { 'Bonus enfants': 9, 'Mis à l’écart': 'litige' })],
  });
  const { anomalies } = await lireRemontee(lu);
  expect(anomalies.compte.bloquante).toBe(0);
  expect(anomalies.resume).toContainEqual(
    expect.objectContaining({ reference: 'C-BON-01', gravite: 'alerte', nombre: 1 }),
  );
  const rang = lu.feuilles.at(-1)?.lignes.findIndex(([r]) => r === 'C-BON-01') ?? 0;
  await expect(lireRemontee(changer(lu, 'Contrôle', rang + 1, 2, 'information'))).rejects.toThrow(
    /pas une situation connue/,
  );
});

describe('relire refuse', () => {
  const REMONTEE = 'Remontée Cnaf';
  test('un classeur d’agent', async () => {
    await expect(lireRemontee(classeur({}))).rejects.toThrow(
      /^Ce classeur n’est pas un fichier de remontée Clas/,
    );
  });

  // en-tête en ligne 6, projets en 8 et 9, total en 10, versés en 12, totaux de contrôle de 17 à 24
  test.each<[string, string, number, number, Valeur, RegExp]>([
    [
      'un montant de ligne',
      REMONTEE,
      8,
      12,
      1800,
      /Total de contrôle « Bonus accordés » 2\s400,00\s€ ≠ somme des lignes 2\s700,00\s€/,
    ],
    [
      'un total de contrôle',
      REMONTEE,
      23,
      2,
      9999,
      /Total de contrôle « Bonus accordés » 9\s999,00\s€ ≠ somme des lignes 2\s400,00\s€/,
    ],
    [
      'un nombre de collectifs',
      REMONTEE,
      8,
      7,
      4,
      /Total de contrôle « Collectifs de ces projets » 6 ≠ somme des lignes 7/,
    ],
    ['un texte de ligne', REMONTEE, 8, 5, 'Gien', /empreinte ne correspond pas aux données/],
    ['l’année', REMONTEE, 5, 2, '2022-2023', /« Bonus accordés pour 2022-2023 .* manque/],
    ['la Caf', REMONTEE, 2, 2, '28', /empreinte ne correspond pas/],
    ['un texte à la place d’un nombre', REMONTEE, 8, 12, 'mille', /L8 : « mille » n’est pas un nombre/],
    ['une formule sans valeur', REMONTEE, 8, 1, { illisible: '=A1' }, /A8 illisible \(=A1\)/],
    ['un montant effacé', REMONTEE, 8, 12, null, /L8 vide \(Montant des bonus\)/],
    [
      'la ligne de total',
      REMONTEE,
      10,
      12,
      1,
      /L10 modifiée après la génération : « 1 » au lieu de « 2400 »/,
    ],
    ['un intitulé', REMONTEE, 6, 8, 'Collectifs avec bonus parents', /H6 modifiée/],
    ['une note à côté', REMONTEE, 8, 15, 'vu', /O8 modifiée après la génération : « vu » au lieu de « {2}»/],
    ['la feuille Données', 'Données', 2, 5, 'Z', /'Données'!E2 modifiée|Données!E2 modifiée/],
    ['l’empreinte', 'Contrôle', 7, 2, '0'.repeat(64), /empreinte ne correspond pas/],
    ['un compte d’alertes', 'Contrôle', 14, 2, 7, /B14 modifiée/],
    ['l’empreinte de la feuille Contrôle', 'Contrôle', 8, 2, '0'.repeat(64), /B8 modifiée/],
    ['la source du barème', 'Contrôle', 6, 2, 'Une autre', /Contrôle!B\d+ modifiée/],
    ['le montant d’un bonus', 'Contrôle', 4, 2, 500, /modifiée|montant du barème/],
    ['la présentation', 'Contrôle', 2, 2, 99, /^Présentation 99 du fichier/],
  ])('%s', async (_, nom, ligne, colonne, valeur, raison) => {
    const lu = await ecrire({ projets: PROJETS });
    await expect(lireRemontee(lu)).resolves.toMatchObject({ caf: '45' });
    await expect(lireRemontee(changer(lu, nom, ligne, colonne, valeur))).rejects.toThrow(raison);
  });

  test.each<[string, (f: Feuille) => Feuille, RegExp]>([
    ['une ligne masquée', (f) => ({ ...f, lignesMasquees: [9] }), /Ligne 9 de « Remontée Cnaf » masquée/],
    ['la feuille masquée', (f) => ({ ...f, visibilite: 'masquee' }), /Feuille « Remontée Cnaf » masquée/],
    ['des cellules fusionnées', (f) => ({ ...f, fusions: ['A8:A9'] }), /Cellules A8:A9 .* fusionnées/],
    [
      'une formule à la place d’une valeur',
      (f) => ({ ...f, formules: new Map([...f.formules, ['L8', '=1500*1']]) }),
      /Formule de la cellule .*L8 changée/,
    ],
    [
      'la formule d’un total',
      (f) => ({ ...f, formules: new Map([...f.formules, ['L10', '=SUM(L8:L8)']]) }),
      /Formule de la cellule .*L10 changée/,
    ],
    [
      'la formule d’un total remplacée par sa valeur',
      (f) => ({ ...f, formules: new Map([...f.formules].filter(([a]) => a !== 'L10')) }),
      /« aucune » au lieu de « SUM\(L8:L9\) »/,
    ],
  ])('%s', async (_, changee, raison) => {
    const lu = await ecrire({ projets: PROJETS });
    const feuilles = lu.feuilles.map((f, i) => (i === 0 ? changee(f) : f));
    await expect(lireRemontee({ ...lu, feuilles })).rejects.toThrow(raison);
  });

  test('une feuille ajoutée, même vide', async () => {
    const lu = await ecrire({ projets: PROJETS });
    const [premiere] = lu.feuilles;
    if (!premiere) throw new Error('Aucune feuille.');
    const feuilles = [...lu.feuilles, { ...premiere, nom: 'Notes', lignes: [] }];
    await expect(lireRemontee({ ...lu, feuilles })).rejects.toThrow(/Feuille « Notes » ajoutée/);
  });

  /** Un fichier dont l'empreinte et le reste sont refaits après coup : il se tient, et ses lignes sont fausses. */
  const refait = async (changer: (r: Remontee) => Partial<Remontee>): Promise<ClasseurLu> => {
    const faite = await creerRemontee(examen({ projets: PROJETS, verses: [['V', 'Structure', 1, 1, 600]] }));
    const change = { ...faite, ...changer(faite) };
    const donnees = { ...change, totaux: totauxDe(change) };
    const sans = { ...donnees, empreinte: await empreinteDe(donnees) };
    return relire(planRemontee({ ...sans, sceau: await sceauDe(sans) }));
  };
  const premier = (change: Partial<LigneRemontee>) => (r: Remontee) => ({
    accordes: r.accordes.map((l, i) => (i === 0 ? { ...l, ...change } : l)),
  });

  test('refait sans rien changer, il est accepté', async () => {
    await expect(refait(() => ({})).then(lireRemontee)).resolves.toMatchObject({ annee: 2021 });
  });

  test.each<[string, (r: Remontee) => Partial<Remontee>, RegExp]>([
    ['un nombre négatif', premier({ collectifs: -1 }), /« Collectifs » hors du schéma/],
    ['un demi-collectif', premier({ collectifs: 1.5 }), /« Collectifs » hors du schéma/],
    ['un public inconnu', premier({ public: 'maternelle' }), /« Public » hors du schéma/],
    ['un Siret trop court', premier({ siret: '123' }), /« Siret » hors du schéma/],
    ['un Siret à la clé fausse', premier({ siret: '73282932000075' }), /Siret « 73282932000075 » impossible/],
    ['un montant qui n’est pas la somme de ses parts', premier({ montant: montant(9999) }), /ses deux parts/],
    [
      'une part qui n’est pas le nombre au barème',
      premier({ montantEnfants: montant(100), montant: montant(700) }),
      /montant du barème/,
    ],
    ['un montant de trois décimales', premier({ montant: montant('1500.001') }), /deux décimales/],
    ['un projet sans bonus', premier({ bonusEnfants: 0, bonusParents: 0 }), /sans bonus/],
    ['un dossier deux fois', premier({ dossier: 'b' }), /Dossier « B » présent deux fois/i],
    [
      'une situation inconnue',
      () => ({
        anomalies: {
          compte: { bloquante: 0, alerte: 1, information: 0 },
          justifiees: 0,
          resume: [{ reference: 'C-XXX-01', gravite: 'alerte', situation: 'Rien', nombre: 1 }],
        },
      }),
      /situation connue de Clas/,
    ],
    [
      'plus d’alertes justifiées que d’alertes',
      (r) => ({ anomalies: { ...r.anomalies, justifiees: r.anomalies.compte.alerte + 1 } }),
      /alertes justifiées sont parmi les alertes/,
    ],
    [
      'une demi-alerte justifiée',
      (r) => ({ anomalies: { ...r.anomalies, justifiees: 0.5 } }),
      /parmi les alertes/,
    ],
    ['une année d’avant les bonus', () => ({ annee: 2015 }), /^Bonus accordés pour 2015-2016/],
    [
      'le barème publié, à un autre montant',
      (r) => ({
        bareme: { ...r.bareme, bonusEnfants: montant(400) },
        accordes: r.accordes.map((l) => {
          const montantEnfants = montant(400 * (l.bonusEnfants ?? 0));
          return { ...l, montantEnfants, montant: montantEnfants.plus(l.montantParents ?? 0) };
        }),
      }),
      /^Bonus enfants, par collectif : ce n’est pas le montant publié pour 2021-2022/,
    ],
    [
      'une anomalie bloquante',
      () => ({
        anomalies: {
          compte: { bloquante: 1, alerte: 0, information: 0 },
          justifiees: 0,
          resume: [{ ...CATALOGUE['dossier.absent'], situation: SITUATIONS['dossier.absent'], nombre: 1 }],
        },
      }),
      /anomalies bloquantes/,
    ],
  ])('refait avec %s', async (_, changer, raison) => {
    await expect(refait(changer).then(lireRemontee)).rejects.toThrow(raison);
  });

  test('une feuille retirée', async () => {
    const lu = await ecrire({ projets: PROJETS });
    const sans = { ...lu, feuilles: lu.feuilles.filter((f) => f.nom !== 'Données') };
    await expect(lireRemontee(sans)).rejects.toThrow(/la feuille « Données » manque/);
  });

  test('une ligne ajoutée, une ligne ôtée', async () => {
    const lu = await ecrire({ projets: PROJETS });
    const avec = (lignes: (l: Feuille['lignes']) => Feuille['lignes']): ClasseurLu => ({
      ...lu,
      feuilles: lu.feuilles.map((f, i) => (i === 0 ? { ...f, lignes: lignes(f.lignes) } : f)),
    });
    await expect(lireRemontee(avec((l) => l.toSpliced(8, 0, l[7] ?? [])))).rejects.toThrow(
      /≠ somme des lignes/,
    );
    await expect(lireRemontee(avec((l) => l.toSpliced(8, 1)))).rejects.toThrow(/≠ somme des lignes/);
  });
});

describe('consolider', () => {
  test('refuse un second fichier de la même Caf, quel que soit le nom écrit', async () => {
    const bilan = consolider([
      await entree('a.xlsx', { projets: PROJETS }),
      await entree('b.xlsx', { nomCaf: 'CAF du LOIRET', projets: [projet('Z')] }),
    ]);
    expect(raisons(bilan)).toEqual([
      expect.stringMatching(/^Second fichier de la même Caf \(Caf du Loiret\), déjà lue dans « a\.xlsx »/),
    ]);
    expect(bilan.totaux.projets).toBe(2);
  });

  test('accepte les deux Caf du 64, refuse la troisième', async () => {
    const basque = 'Caf du Pays basque et du Seignanx';
    const bilan = consolider([
      await entree('basque.xlsx', { caf: '64', nomCaf: basque, codeOrganisme: '642', projets: PROJETS }),
      await entree('bearn.xlsx', { caf: '64', nomCaf: 'Caf du Béarn et de la Soule', projets: PROJETS }),
      await entree('par-nom.xlsx', { caf: '64', nomCaf: 'pays basque', projets: PROJETS }),
      await entree('par-code.xlsx', { caf: '64', codeOrganisme: '642', projets: PROJETS }),
      await entree('ailleurs.xlsx', {
        caf: '64',
        nomCaf: 'Caf de Pau',
        codeOrganisme: '643',
        projets: PROJETS,
      }),
    ]);
    expect(bilan.acceptes.map((a) => a.fichier)).toEqual(['bearn.xlsx', 'basque.xlsx']);
    expect(bilan.refuses.map((r) => r.fichier)).toEqual(['par-nom.xlsx', 'par-code.xlsx', 'ailleurs.xlsx']);
    expect(bilan.manquantes.some((c) => c.code === '64')).toBe(false);
  });

  test('refuse une autre année scolaire que celle du premier fichier accepté', async () => {
    const autre = { ...(await lireRemontee(await ecrire({ caf: '28' }))), annee: 2022 };
    const bilan = consolider([
      { fichier: 'illisible.xlsx', raison: 'Ce fichier n’est pas un classeur .xlsx.' },
      await entree('a.xlsx', { projets: PROJETS }),
      { fichier: 'b.xlsx', remontee: autre },
    ]);
    expect(raisons(bilan)).toEqual([
      'Ce fichier n’est pas un classeur .xlsx.',
      'Année scolaire 2022-2023, alors que le bilan porte sur 2021-2022 : le consolider à part.',
    ]);
    expect(bilan.annee).toBe(2021);
  });

  test('refuse une Caf qu’on ne peut pas nommer', async () => {
    const bilan = consolider([await entree('a.xlsx', { caf: null }), await entree('b.xlsx', { caf: '64' })]);
    expect(raisons(bilan)).toEqual([
      expect.stringMatching(/^Caf émettrice inconnue/),
      expect.stringMatching(/^Caf émettrice inconnue/),
    ]);
    expect(jsonConsolider(bilan)).toMatchObject({
      annee: null,
      fichiers: 0,
      totaux: { projets: 0, bonusAccordes: '0.00' },
    });
  });

  test('additionne, range par Caf, nomme les manquantes ; l’ordre des fichiers ne change pas le bilan', async () => {
    const loiret = {
      fichier: 'l.xlsx',
      remontee: await lireRemontee(
        await relire(planRemontee(await creerRemontee(await examinerExemple('loiret-41-lo')))),
      ),
    };
    const entrees = [
      loiret,
      await entree('e.xlsx', { caf: '28', projets: PROJETS, verses: [['V', null, null, null, 0.1]] }),
      await entree('r.xlsx', { caf: '974' }),
    ];
    const bilan = consolider(entrees);
    expect(consolider([...entrees].reverse())).toEqual(bilan);
    const json = jsonConsolider(bilan);
    expect(json).toMatchObject({
      annee: 2021,
      fichiers: 3,
      refuses: [],
      totaux: { projets: 23, collectifs: 44, bonusAccordes: '16800.00', bonusVerses: '0.10' },
    });
    expect(json.parCaf.map((c) => [c.caf, c.nomCaf, c.bonusAccordes])).toEqual([
      ['28', "Caf d'Eure-et-Loir", '2400.00'],
      ['45', 'Caf du Loiret', '14400.00'],
      ['974', 'Caf de La Réunion', '0.00'],
    ]);
    expect(bilan.manquantes).toHaveLength(CAFS.length - 3);
  });
});

describe('fichier du bilan', () => {
  test('totaux en formules natives, fichiers, Caf manquantes, toutes les lignes', async () => {
    const bilan = consolider([
      await entree('a.xlsx', { projets: PROJETS }),
      await entree('b.xlsx', { caf: '28', projets: PROJETS }),
      { fichier: '=c.xlsx', raison: 'Illisible.' },
    ]);
    const lu = await relire(planBilan(bilan));
    expect(lu.feuilles.map((f) => [f.nom, f.lignes.length])).toEqual([
      ['Bilan national', 8],
      ['Fichiers', 4],
      ['Caf manquantes', 100],
      ['Données', 5],
    ]);
    const [national, fichiers] = lu.feuilles;
    expect(national?.lignes[7]?.slice(0, 4)).toEqual(['Total', null, null, 4]);
    expect(national?.formules.get('D8')).toBe('=SUM(D6:D7)');
    expect(fichiers?.lignes[1]).toEqual(['=c.xlsx', 'refusé', 'Illisible.']);
    expect(fichiers?.formules.size).toBe(0);
  });

  test('sans fichier accepté, il existe encore', async () => {
    const lu = await relire(planBilan(consolider([])));
    expect(lu.feuilles[2]?.lignes).toHaveLength(1 + CAFS.length);
  });
});
