import { ETAT_INITIAL, SANS_FILTRE, type Liste } from '../../src/volet/etat';
import { formulesEnErreur, expliquer } from '../../src/volet/formules';
import { anomaliesDuDossier, dossierDe } from '../../src/volet/dossiers';
import { pluriel } from '../../src/dossier/affichage/pluriel';
import { bilan, taille } from '../../src/volet/phrases';
import { designerColonne, designerFeuille, ignorerColonne, lireDesignations } from '../../src/volet/reglages';
import { phraseDe, type Anomalie } from '../../src/dossier/anomalies/anomalie';
import { activer, causesDe, filtrer, proprietairesDe, rangsDe, suivante } from '../../src/volet/liste';
import { examiner } from '../../src/dossier/examiner';
import type { Cause } from '../../src/dossier/restitution/causes';
import type { Valeur } from '../../src/valeurs/valeur';
import { creerPort, projet } from './port';

describe('Phrases', () => {
  test('nombres et accords', () => {
    expect(pluriel(0, 'anomalie')).toBe('0\u00a0anomalie');
    expect(pluriel(1234, 'anomalie')).toBe('1\u202f234\u00a0anomalies');
    expect(bilan({ bloquante: 1, alerte: 2, information: 0 })).toBe(
      'Contrôle fait\u00a0: 1\u00a0bloquante, 2\u00a0alertes.',
    );
    expect(bilan({ bloquante: 0, alerte: 0, information: 0 })).toBe('Contrôle fait\u00a0: aucune anomalie.');
    expect(taille(12_345)).toBe('12,3\u00a0ko');
  });
});

describe('Réglages', () => {
  test.each([null, '', '{', '[]', '"x"', '{"feuilles":3,"colonnes":{"projets":{"siret":4}}}'])(
    '%s : rien de désigné, sans panne',
    (texte) => {
      const { feuilles = {}, colonnes = {} } = lireDesignations(texte);
      expect([feuilles, Object.values(colonnes).flatMap((c) => Object.keys(c))]).toEqual([{}, []]);
    },
  );

  test('désigner, relire, revenir', () => {
    const d = designerColonne(designerFeuille({}, 'projets', 'Suivi'), 'projets', 'dossier', 'Réf.');
    expect(lireDesignations(JSON.stringify(d))).toEqual(d);
    const laissee = ignorerColonne(ignorerColonne(d, 'Acompte mairie'), 'Acompte mairie');
    expect(lireDesignations(JSON.stringify(laissee))).toEqual({ ...d, ignorees: ['Acompte mairie'] });
    expect(designerFeuille(d, 'projets', null).feuilles).toEqual({});
    expect(designerColonne(d, 'projets', 'dossier', null).colonnes).toEqual({ projets: {} });
  });
});

describe('Liste des anomalies', () => {
  const examen = async () => {
    const port = creerPort([
      projet('D-1', { Commune: null }),
      projet('D-2', { 'Coût prévisionnel': 'néant' }),
    ]);
    return examiner(await port.lire(), { au: '2022-01-10' });
  };

  test('le plus grave d’abord ; dans une cause, ligne à ligne', async () => {
    const causes = causesDe(await examen(), 'nombre');
    const gravites = causes.map((c) => c.gravite);
    expect(gravites).toEqual(
      [...gravites].sort((a, b) => 'bai'.indexOf(a.charAt(0)) - 'bai'.indexOf(b.charAt(0))),
    );
    expect(gravites[0]).toBe('bloquante');
    for (const { anomalies } of causes) {
      const lignes = anomalies.map((a) => a.ligne ?? 0);
      expect(lignes).toEqual([...lignes].sort((a, b) => a - b));
    }
  });

  test('filtre par gravité, feuille et texte sans accents', async () => {
    const vu = await examen();
    const toutes = causesDe(vu, 'nombre');
    const n = (filtre: Partial<typeof SANS_FILTRE>): number =>
      filtrer(toutes, { ...SANS_FILTRE, ...filtre }, vu).flatMap((c) => c.anomalies).length;
    expect(n({})).toBe(vu.anomalies.length);
    expect(n({ gravites: ['bloquante'] })).toBe(1);
    expect(n({ feuille: 'Versements' })).toBe(0);
    expect(n({ texte: 'NEANT' })).toBe(1);
    expect(n({ texte: 'projets!n3' })).toBeGreaterThan(0);
    // une adresse est celle de la cellule, jamais un morceau de phrase (« en 2022 »)
    const enN3 = vu.anomalies.filter((a) => a.ligne === 3 && a.colonne === 14).length;
    expect([n({ texte: 'N3' }), n({ texte: 'N20' })]).toEqual([enN3, 0]);
    const deLaLigne3 = vu.anomalies.filter((a) => a.feuille === 'Projets' && a.ligne === 3).length;
    const citent = vu.anomalies.filter((a) => a.ligne !== 3 && phraseDe(a).includes('D-2')).length;
    expect([n({ texte: 'D-2' }), n({ texte: 'association d-2' })]).toEqual([deLaLigne3 + citent, deLaLigne3]);
  });

  test('seules les causes dépliées ont des rangs ; « autres » compte ce qui n’est pas montré', async () => {
    const port = creerPort(
      Array.from({ length: 7 }, (_, i) => projet(`D-${i}`, { 'Coût prévisionnel': 'néant' })),
    );
    const causes = causesDe(examiner(await port.lire(), { au: '2022-01-10' }), 'nombre');
    const liste = ETAT_INITIAL.liste;
    const types = (l: Liste): string[] => rangsDe(causes.slice(0, 1), l).map((r) => r.type);
    expect(types(liste)).toEqual(['cause', 'cellule', 'cellule', 'cellule', 'autres']);
    expect(types({ ...liste, ouvertes: [] })).toEqual(['cause']);
    expect(rangsDe(causes, liste).find((r) => r.type === 'autres')).toMatchObject({ reste: 4 });
  });

  test('« Suivante » passe par toutes les anomalies, une fois chacune, puis reprend', async () => {
    const causes = causesDe(await examen(), 'nombre').filter(({ gravite }) => gravite !== 'bloquante');
    const toutes = causes.flatMap((c) => c.anomalies);
    let liste: Liste = ETAT_INITIAL.liste;
    const vues = toutes.map(() => {
      const a = suivante(causes, liste);
      if (!a) throw new Error('aucune suivante');
      liste = activer(causes, liste, a);
      expect(rangsDe(causes, liste).some((r) => r.type === 'cellule' && r.anomalie === a)).toBe(true);
      return a;
    });
    expect(vues).toEqual(toutes);
    expect(suivante(causes, liste)).toBe(toutes[0]);
  });

  test('corrigée, l’anomalie active laisse sa place à celle qui la suivait', async () => {
    const causes = causesDe(await examen(), 'nombre');
    const [premiere, ...autres] = causes;
    const [, seconde] = causes.flatMap((c) => c.anomalies);
    const active = activer(causes, ETAT_INITIAL.liste, (premiere as (typeof causes)[number]).anomalies[0]);
    expect(premiere?.anomalies).toHaveLength(1);
    expect(suivante(autres, active)).toBe(seconde);
  });

  test('corrigée, et sa cause passée derrière une autre, l’active mène encore à celle qui la suivait', async () => {
    const lire = async (...projets: Valeur[][]): Promise<readonly Cause[]> =>
      causesDe(examiner(await creerPort(projets).lire(), { au: '2022-01-10' }), 'nombre');
    const sansRecettes = (d: string): Valeur[] => projet(d, { 'Autres recettes': 'Ville' });
    const sansCout = (d: string): Valeur[] => projet(d, { 'Coût prévisionnel': 'néant' });
    const avant = await lire(...['A', 'B', 'C'].map(sansRecettes), ...['D', 'E'].map(sansCout));
    const [premiere] = avant.flatMap((c) => c.anomalies);
    const active = activer(avant, ETAT_INITIAL.liste, premiere as Anomalie);
    // la recette corrigée, un coût de plus est illisible : sa cause passe devant
    const apres = await lire(projet('A'), ...['B', 'C'].map(sansRecettes), ...['D', 'E', 'F'].map(sansCout));
    expect(apres[0]?.anomalies[0].champ).toBe('coutPrevisionnel');
    expect(suivante(apres, active)).toMatchObject({ champ: 'autresRecettes', ligne: 3 });
  });

  test('« Suivante » ne quitte pas les bloquantes tant qu’il en reste', async () => {
    const lire = async (...projets: Valeur[][]): Promise<readonly Cause[]> =>
      causesDe(examiner(await creerPort(projets).lire(), { au: '2022-01-10' }), 'nombre');
    const sansCout = (d: string): Valeur[] => projet(d, { 'Coût prévisionnel': 'néant' });
    const causes = await lire(sansCout('A'), sansCout('B'), projet('C', { Siret: '123' }));
    const bloquantes = causes.flatMap((c) => c.anomalies).filter((a) => a.gravite === 'bloquante');
    expect(bloquantes).toHaveLength(2);
    const derniere = activer(causes, ETAT_INITIAL.liste, bloquantes[1] as Anomalie);
    expect(suivante(causes, derniere)).toBe(bloquantes[0]);
    // la dernière corrigée, ce qui la suivait n'est qu'une alerte : celle qui bloque encore passe avant
    const apres = await lire(sansCout('A'), projet('B'), projet('C', { Siret: '123' }));
    expect(suivante(apres, derniere)).toMatchObject({ gravite: 'bloquante', ligne: 2 });
    const seules = await lire(projet('A'), projet('B'), projet('C', { Siret: '123' }));
    expect(suivante(seules, derniere)?.gravite).toBe('alerte');
  });

  test('à qui est une anomalie : au gestionnaire de sa ligne, même sous un numéro en double', async () => {
    const port = creerPort(
      ['Mairie', 'Centre social'].map((Gestionnaire) => projet('D-1', { Gestionnaire })),
    );
    const vu = examiner(await port.lire(), { au: '2022-01-10' });
    const doubles = vu.anomalies.filter(({ code }) => code === 'dossier.doublon');
    expect(doubles.map((a) => proprietairesDe(vu)(a)?.gestionnaire)).toEqual(['Mairie', 'Centre social']);
  });

  test('par argent en jeu : un dossier au montant inconnu passe avant, puis le plus cher', async () => {
    const port = creerPort([
      projet('D-1', { Commune: null }),
      projet('D-2', { Siret: null, 'Coût prévisionnel': 9000 }),
      projet('D-3', { Siret: null, 'Coût prévisionnel': 9000 }),
      projet('D-4', { Enfants: null, 'Coût prévisionnel': 'néant' }),
    ]);
    const alertes = causesDe(examiner(await port.lire(), { au: '2022-01-10' }), 'enjeu').filter(
      (c) => c.gravite === 'alerte' && ['commune', 'siret', 'enfants'].includes(c.anomalies[0].champ ?? ''),
    );
    expect(alertes.map((c) => c.anomalies[0].champ)).toEqual(['enfants', 'commune', 'siret']);
  });
});

test('le dossier suit la ligne de Projets, et celle d’une feuille qui le cite', async () => {
  const port = creerPort([projet('D-1'), projet('D-2')]);
  port.feuilles.set('Versements', [
    ['N° dossier', 'Nature', 'Gestion', 'Date', 'Montant'],
    ['d-2', 'acompte', 'N', 44500, 100],
  ]);
  const examen = examiner(await port.lire(), { au: '2022-01-10' });
  const en = (feuille: string, ligne: number) =>
    dossierDe(examen, { feuille, ligne, colonne: 1 })?.projet.dossier;
  expect([en('Projets', 2), en('Projets', 3), en('Versements', 2)]).toEqual(['D-1', 'D-2', 'D-2']);
  expect([en('Projets', 1), en('Versements', 9), en('Autre', 2), dossierDe(examen, null)]).toEqual([
    undefined,
    undefined,
    undefined,
    null,
  ]);
});

test('un dossier montre aussi les anomalies de ses versements', async () => {
  const port = creerPort([projet('D-1'), projet('D-2')]);
  port.feuilles.set('Versements', [
    ['N° dossier', 'Nature', 'Gestion', 'Date', 'Montant'],
    ['d-2', 'acompte', 'N', 44500, 'néant'],
  ]);
  const examen = examiner(await port.lire(), { au: '2022-01-10' });
  const siennes = (dossier: string): readonly Anomalie[] =>
    examen.calculs.filter((c) => c.projet.dossier === dossier).flatMap((c) => anomaliesDuDossier(examen, c));
  const deVersements = (dossier: string): boolean => siennes(dossier).some((a) => a.feuille === 'Versements');
  expect([deVersements('D-1'), deVersements('D-2')]).toEqual([false, true]);
  // ce qui bloque d'abord, où que soit sa feuille
  expect(siennes('D-2').map(({ gravite }) => gravite)).toEqual(['bloquante', 'alerte', 'information']);
});

test('les formules en erreur se trouvent sans relire Excel, et s’expliquent', async () => {
  const port = creerPort([projet('D-1', { 'Coût prévisionnel': { illisible: '#NAME?' } }), projet('D-2')]);
  port.formules.set('N2', '=CLAS.PZ(1,2)');
  port.formules.set('N3', '=12000*2');
  expect(formulesEnErreur(await port.lire())).toEqual([
    { feuille: 'Projets', ligne: 2, colonne: 14, formule: '=CLAS.PZ(1;2)', erreur: '#NOM?' },
  ]);
  const formule = '=CLAS.PZ(1;2)';
  for (const erreur of ['#NOM?', '#VALEUR!', '#N/A', '#REF!', '#PROPAGATION!', '#OCCUPÉ!', '#NUL!'])
    expect(expliquer({ erreur, formule })).toMatch(/\.$/);
  expect(expliquer({ erreur: 'constructor', formule })).toMatch(/vérifier les arguments/);
});

test.each(['#NOM?', '#VALEUR!', '#N/A', '#CALC!'])(
  '%s d’une formule qui n’est pas de Clas n’en parle pas',
  (erreur) => {
    expect(expliquer({ erreur, formule: '=RECHERCHEV(A1;B:C;2)' })).not.toMatch(/clas|pas fini|triangle/i);
  },
);

test('le conseil propre à Clas reste celui de ses formules', () => {
  expect(expliquer({ erreur: '#N/A', formule: '=SI(A1="";"";clas.ps(A1;2))' })).toMatch(/CLAS\.PS_BAREME/);
});
