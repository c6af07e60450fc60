import { SANS_FILTRE } from '../../src/volet/etat';
import { formulesEnErreur, expliquer } from '../../src/volet/formules';
import { anomaliesDuDossier, dossierDe } from '../../src/volet/dossiers';
import { bilan, pluriel, taille } from '../../src/volet/phrases';
import { designerColonne, designerFeuille, lireDesignations } from '../../src/volet/reglages';
import { filtrer, formesDe, ordonner } from '../../src/volet/tri';
import { phraseDe } from '../../src/dossier/anomalies/anomalie';
import { examiner } from '../../src/dossier/examiner';
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

  test('le plus grave d’abord, puis ligne à ligne', async () => {
    const gravites = ordonner(await examen()).map((a) => a.gravite);
    expect(gravites).toEqual(
      [...gravites].sort((a, b) => 'bai'.indexOf(a.charAt(0)) - 'bai'.indexOf(b.charAt(0))),
    );
    expect(gravites[0]).toBe('bloquante');
  });

  test('filtre par gravité, feuille et texte sans accents', async () => {
    const vu = await examen();
    const toutes = ordonner(vu);
    const formes = formesDe(vu);
    const n = (filtre: Partial<typeof SANS_FILTRE>): number =>
      filtrer(toutes, { ...SANS_FILTRE, ...filtre }, formes).length;
    expect(n({})).toBe(toutes.length);
    expect(n({ gravites: ['bloquante'] })).toBe(1);
    expect(n({ feuille: 'Versements' })).toBe(0);
    expect(n({ texte: 'NEANT' })).toBe(1);
    expect(n({ texte: 'projets!n3' })).toBeGreaterThan(0);
    const deLaLigne3 = toutes.filter((a) => a.feuille === 'Projets' && a.ligne === 3).length;
    const citent = toutes.filter((a) => a.ligne !== 3 && phraseDe(a).includes('D-2')).length;
    expect([n({ texte: 'D-2' }), n({ texte: 'association d-2' })]).toEqual([deLaLigne3 + citent, deLaLigne3]);
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
  const feuillesDe = (dossier: string): boolean =>
    examen.calculs
      .filter((c) => c.projet.dossier === dossier)
      .flatMap((c) => anomaliesDuDossier(examen, c))
      .some((a) => a.feuille === 'Versements');
  expect([feuillesDe('D-1'), feuillesDe('D-2')]).toEqual([false, true]);
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
