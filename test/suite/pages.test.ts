/** Le tableau de bord et la page du comité : rien ne s'y perd, l'inconnu s'y dit, les effectifs facultatifs s'y comptent. */
import { strFromU8, unzipSync } from 'fflate';
import { ecrireXlsx } from '../../src/classeur/xlsx';
import { creerCloture } from '../../src/dossier/restitution/arrete/arrete';
import { planEcritures } from '../../src/dossier/restitution/arrete/planEcritures';
import { planModele } from '../../src/dossier/restitution/modele/preparer';
import { planPaiements } from '../../src/dossier/restitution/sorties/planPaiements';
import { planReprise } from '../../src/dossier/restitution/suite/reprendre';
import { planComite } from '../../src/dossier/restitution/sorties/planComite';
import { planFiches } from '../../src/dossier/restitution/sorties/planFiche';
import { planTableauDeBord } from '../../src/dossier/restitution/sorties/planTableauDeBord';
import { jsonCalculer } from '../../src/dossier/restitution/json';
import { CAFS } from '../../src/dossier/cafs';
import { planSuivi } from '../../src/dossier/restitution/suite/planSuivi';
import { montant } from '../../src/valeurs/montant';
import type { FeuillePlan } from '../../src/dossier/formes/plan';
import { LARGEUR_MONTANT } from '../../src/dossier/restitution/planTable';
import type { Examen } from '../../src/dossier/examiner';
import { examen, jour, projet, versement, type Ligne } from '../dossier/fabrique';

/** Les lignes d'une table de la feuille, sous son titre et ses en-têtes. */
function rangees({ lignes }: FeuillePlan, titre: string, entetes = 2): (readonly unknown[])[] {
  const debut = lignes.findIndex(([premiere]) => premiere?.valeur === titre) + entetes;
  const fin = lignes.findIndex((l, i) => i > debut && l.length === 0);
  return lignes.slice(debut, fin === -1 ? undefined : fin).map((l) => l.map(({ valeur }) => valeur));
}

const projets = (nombre: number, change: (i: number) => Ligne = () => ({})): Ligne[] =>
  Array.from({ length: nombre }, (_, i) =>
    projet({ dossier: `P-${i}`, action: `Action ${i}`, commune: `Commune ${i}`, ...change(i) }),
  );

describe('Tableau de bord', () => {
  test.each([15, 16, 40])('%i communes : quinze lignes au plus, et la Ps de toutes', (nombre) => {
    const e = examen({ projets: projets(nombre, (i) => ({ coutPrevisionnel: 10_000 + i })) });
    const lignes = rangees(planTableauDeBord(e), 'Ps par commune');
    expect(lignes).toHaveLength(15);
    const total = lignes.reduce((n, [, ps]) => n + Math.round(Number(ps) * 100), 0);
    expect(total).toBe(Number(e.totaux.psRetenue.montant) * 100);
    expect(lignes[0]?.[0]).toBe(`Commune ${nombre - 1}`);
    if (nombre > 15) expect(lignes[14]?.[0]).toBe(`${nombre - 14} autres communes`);
  });

  test('le versé par commune et par public est celui des totaux, dossiers refusés compris', () => {
    const e = examen({
      projets: projets(3, (i) => ({
        public: i === 1 ? 'lycée' : 'collège',
        ...(i === 1 && { agrement: 'refusé', bonusEnfants: null, bonusParents: null }),
        ...(i === 2 && { misAlEcart: 'litige' }),
      })),
      versements: [0, 1, 2].map((i) => versement({ dossier: `P-${i}`, montant: 500 })),
    });
    const sommes = (titre: string) =>
      [1, 2].map((colonne) =>
        rangees(planTableauDeBord(e), titre).reduce((n, ligne) => n + Number(ligne[colonne]), 0),
      );
    const { psRetenue, versePs } = e.totaux;
    const attendu = [Number(psRetenue.montant), Number(versePs.montant)];
    expect(attendu).toEqual([5850, 1000]);
    expect(sommes('Ps par commune')).toEqual(attendu);
    expect(sommes('Ps par public')).toEqual(attendu);
  });

  test('l’axe des montants est sans centimes', async () => {
    const octets = await ecrireXlsx({
      feuilles: [planTableauDeBord(examen({ projets: projets(2) }))],
      proprietes: { titre: 't', sujet: 's', auteur: 'a' },
    });
    const graphiques = Object.entries(unzipSync(octets)).filter(([nom]) => /charts\/chart\d/.test(nom));
    expect(graphiques.length).toBeGreaterThan(4);
    for (const [, xml] of graphiques)
      expect(strFromU8(xml)).toMatch(/<c:valAx>.*<c:numFmt formatCode="#,##0" sourceLinked="0"\/>/s);
  });

  test('une Ps inconnue se dit, en tête', () => {
    const e = examen({ projets: projets(3, (i) => (i === 1 ? { coutPrevisionnel: null } : {})) });
    const [premiere] = rangees(planTableauDeBord(e), 'Ps par commune');
    expect(premiere).toEqual(['Commune 1 (inconnu : Ps retenue)', 'inconnu', 0]);
  });

  test('une enveloppe non saisie ne se trace pas comme zéro : l’axe du graphique dit qu’elle est inconnue', () => {
    const gestions = (notifiee?: number) =>
      rangees(
        planTableauDeBord(
          examen({
            projets: projets(1),
            ...(notifiee !== undefined && { parametres: { 'Enveloppe notifiée N': notifiee } }),
          }),
        ),
        'Enveloppes',
      ).map(([nom, premiere]) => [nom, premiere]);
    expect(gestions()).toEqual([
      ['2021 (inconnu : Notifiée)', 'inconnu'],
      ['2022 (inconnu : Notifiée)', 'inconnu'],
    ]);
    expect(gestions(0)).toEqual([
      ['2021', 0],
      ['2022 (inconnu : Notifiée)', 'inconnu'],
    ]);
  });

  test('les effectifs des projets agréés, et les facultatifs si leur colonne est là', () => {
    const change = (i: number): Ligne => ({
      familles: 20,
      accompagnateurs: i === 0 ? null : 6,
      benevoles: 4,
      ...(i === 2 && { agrement: 'en attente', bonusEnfants: null, bonusParents: null }),
    });
    const avec = examen({ projets: projets(3, change) });
    expect(rangees(planTableauDeBord(avec), 'Effectifs des projets agréés')).toEqual([
      ['Projets', 2],
      ['Collectifs', 6],
      ['Enfants', 60],
      ['Familles', 40],
      ['Accompagnateurs', 6],
      ['Dont bénévoles', 8],
    ]);
    expect(jsonCalculer(avec).totaux).toMatchObject({
      projets: 2,
      familles: 40,
      accompagnateurs: 6,
      benevoles: 8,
    });
    const sans = examen({ projets: projets(1), sans: ['familles', 'accompagnateurs', 'benevoles'] });
    expect(rangees(planTableauDeBord(sans), 'Effectifs des projets agréés')).toHaveLength(3);
    expect(Object.keys(jsonCalculer(sans).totaux)).not.toContain('familles');
  });
});

describe('Comité', () => {
  /** Les lignes de la liste, sous leurs intitulés : par intitulé. */
  const liste = (e: Examen): Record<string, unknown>[] => {
    const { lignes } = planComite(e);
    const debut = lignes.findIndex(([premiere]) => premiere?.valeur === 'N° dossier');
    return lignes
      .slice(debut + 1, debut + 1 + e.calculs.length)
      .map((l) => Object.fromEntries(l.map(({ valeur }, i) => [lignes[debut]?.[i]?.valeur, valeur])));
  };
  /** La ligne d'une table de chiffres, par intitulé de sa table ; le premier est le nom. */
  const chiffre = (e: Examen, table: string, nom: string): Record<string, unknown> => {
    const { lignes } = planComite(e);
    const entetes = lignes.findIndex(([premiere]) => premiere?.valeur === table);
    const ligne = lignes.slice(entetes).find(([premiere]) => premiere?.valeur === nom) ?? [];
    return Object.fromEntries(
      ligne.map(({ valeur }, i) => [lignes[entetes]?.[i]?.valeur || `vide ${i}`, valeur]),
    );
  };

  test('par commune : projets, effectifs, montants ; un nombre illisible est inconnu', () => {
    const e = examen({
      projets: projets(2, (i) => ({ commune: 'Orléans', enfants: i === 0 ? 'douze' : 30, familles: 20 })),
    });
    expect(chiffre(e, 'Par commune', 'Orléans')).toMatchObject({
      'Par commune': 'Orléans',
      Projets: 2,
      Collectifs: 6,
      Enfants: 'inconnu',
      Familles: 40,
      Droit: 11700,
      Proposé: 11700,
      Bonus: 1200,
    });
  });

  test('les chiffres sont les sommes de la liste, sous les mêmes colonnes, sans les dossiers mis à l’écart', () => {
    const avis: Ligne[] = [
      { agrement: 'favorable', montantAccorde: 5000 },
      { agrement: 'en attente', montantAccorde: 4000 },
      { agrement: 'refusé' },
      { agrement: 'favorable', misAlEcart: 'litige' },
    ];
    const e = examen({ projets: projets(4, (i) => ({ commune: 'Orléans', ...avis[i] })) });
    expect(liste(e).map((l) => [l['Droit'], l['Proposé'], l['Bonus'], l['Avis']])).toEqual([
      [5850, 5000, 600, 'favorable'],
      [5850, 4000, 600, 'en attente'],
      [5850, 0, 0, 'refusé'],
      [5850, 5850, 600, 'favorable, mis à l’écart'],
    ]);
    for (const [table, nom] of [
      ['Par commune', 'Orléans'],
      ['Par milieu', 'Ensemble'],
    ] as const)
      expect(chiffre(e, table, nom)).toMatchObject({ Projets: 3, Droit: 17550, Proposé: 9000, Bonus: 1200 });
    const { lignes } = planComite(e);
    const colonnes = lignes
      .filter((l) => ['N° dossier', 'Par commune', 'Par milieu'].includes(String(l[0]?.valeur)))
      .map((l) => l.findIndex(({ valeur }) => valeur === 'Proposé'));
    expect(new Set(colonnes).size).toBe(1);
  });

  test('un total tient dans sa colonne', () => {
    const { colonnes, lignes } = planComite(examen({ projets: projets(2) }));
    lignes.forEach((ligne) => {
      ligne.forEach(({ format }, i) => {
        if (format === 'montant') expect(colonnes[i]?.largeur).toBeGreaterThanOrEqual(LARGEUR_MONTANT);
      });
    });
  });
});

test('Suivi national : un taux est un nombre, montré en pour cent', () => {
  const caf = CAFS[0]!;
  const suivi = [{ caf, accorde: montant(800), paye: montant(600), taux: montant('0.75') }];
  const [feuille] = planSuivi({ annee: 2021, suivi, manquants: [] }).feuilles;
  expect(feuille?.lignes[2]?.at(-1)).toEqual({ valeur: 0.75, format: 'taux' });
});

describe('Fiche', () => {
  const valeurs = (e: Examen): unknown[][] =>
    planFiches(e)[0]?.lignes.map((l) => l.map(({ valeur }) => valeur)) ?? [];
  const ligne = (e: Examen, nom: string): unknown[] | undefined => valeurs(e).find(([n]) => n === nom);

  test('les données dont les montants se tirent, et le calcul de chacun', () => {
    const e = examen({
      projets: [
        projet({
          montantAccorde: 5000,
          coutReel: 18000,
          collectifsReels: 3,
          dateAgrement: jour('2021-10-12'),
        }),
      ],
      versements: [versement({ date: jour('2021-11-20'), montant: 1000 })],
    });
    expect(ligne(e, 'Coût réel')).toEqual(['Coût réel', 18000]);
    expect(ligne(e, 'Montant accordé')).toEqual(['Montant accordé', 5000]);
    expect(ligne(e, "Date d'agrément")).toEqual(["Date d'agrément", jour('2021-10-12')]);
    expect(ligne(e, 'Ps réelle')?.slice(1, 3)).toEqual([
      5850,
      '18\u202f000,00\u00a0€ × 32,5\u00a0%, au centime',
    ]);
    expect(ligne(e, 'Ps due')?.slice(1, 3)).toEqual([5000, 'Ps liquidée']);
    expect(ligne(e, 'Montant demandé')).toBeUndefined();
    expect(ligne(e, 'Ps contrôlée')).toBeUndefined();
    const [paye] = planFiches(e)[0]?.lignes.filter(([n]) => n?.valeur === 'acompte 2021') ?? [];
    expect(paye?.at(-1)).toEqual({ valeur: jour('2021-11-20'), format: 'date' });
  });

  test('refusé ou en attente, aucun acompte au plus ; contrôlé, ce que le contrôle donne', () => {
    const acomptes = (agrement: string) =>
      valeurs(examen({ projets: [projet({ agrement })] })).some(([n]) => /au plus/.test(String(n)));
    expect(['favorable', 'refusé', 'en attente'].map(acomptes)).toEqual([true, false, false]);
    const e = examen({ projets: [projet({ coutReel: 18000, coutControle: 10000 })] });
    expect(ligne(e, 'Ps contrôlée')?.[1]).toBe(3250);
  });
});

describe('une page qui s’imprime', () => {
  const e = examen({
    projets: projets(3, (i) => ({
      gestionnaire: 'Les Marronniers',
      commune: 'Orléans',
      coutReel: i === 0 ? 18000 : null,
      ...(i === 2 && { agrement: 'refusé', bonusEnfants: null, bonusParents: null }),
    })),
    versements: [versement({ dossier: 'P-0', montant: 500 }), versement({ dossier: 'P-2', montant: 500 })],
    au: '2022-12-15',
  });
  const cloture = creerCloture(e);
  test.each<[string, () => readonly FeuillePlan[]]>([
    ['classeur préparé', () => planModele({ annee: 2022, caf: '45' }).feuilles],
    ['année suivante', () => planReprise(e).feuilles],
    ['tableau, comité, paiements', () => [planTableauDeBord(e), planComite(e), planPaiements(e)]],
    ['fiches', () => planFiches(e)],
    ['arrêté', () => planEcritures(cloture).feuilles],
  ])('%s : aucun texte n’est coupé par la cellule d’à côté', (_, feuilles) => {
    const coupes = feuilles().flatMap(({ nom, lignes, colonnes }) =>
      lignes.flatMap((ligne) =>
        ligne.flatMap(({ valeur, style }, c) =>
          typeof valeur === 'string' &&
          style !== 'entete' &&
          (ligne[c + 1]?.valeur ?? '') !== '' &&
          valeur.length > (colonnes[c]?.largeur ?? 8)
            ? [`${nom} : ${valeur}`]
            : [],
        ),
      ),
    );
    expect(coupes).toEqual([]);
  });
});

test('classeur préparé : un Siret, un choix, cent mille euros se lisent entiers dans leur colonne', () => {
  const { feuilles } = planModele({ annee: 2021, caf: '45' });
  const projets = feuilles.find(({ nom }) => nom === 'Projets');
  const largeur = (entete: string) =>
    projets?.colonnes[projets.lignes[0]?.findIndex(({ valeur }) => valeur === entete) ?? -1]?.largeur ?? 0;
  for (const [entete, valeur] of [
    ['Siret', '73282932000074'],
    ['Agrément', 'favorable sous réserve'],
    ['Type de gestionnaire', 'collectivité'],
    ['Coût réel', '124 000,00 € '],
    ['Fonds locaux', '124 000,00 € '],
  ] as const)
    expect([entete, largeur(entete) >= valeur.length]).toEqual([entete, true]);
});
