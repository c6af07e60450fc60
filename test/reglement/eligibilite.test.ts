/** Chaque condition d'un collectif à ses deux bords (Circ. § 2.1 et annexe). */
import { effectifMinimal, eligibilite, type DonneesCollectif } from '../../src/reglement';

const CONFORME: DonneesCollectif = {
  enfants: 10,
  rural: false,
  handicap: false,
  intervenants: 2,
  seances: 2,
  duree: 1.5,
  semaines: 27,
  derogation: false,
};
const avec = (ecart: DonneesCollectif): DonneesCollectif => ({ ...CONFORME, ...ecart });
/** Les conditions en échec ; vide pour un collectif éligible. */
const echecs = (ecart: DonneesCollectif): string[] => eligibilite(avec(ecart)).motifs.map((m) => m.condition);

const rural = true;
const handicap = true;
const derogation = true;

describe('Effectif', () => {
  test.each([
    ['8 enfants', { enfants: 8 }, []],
    ['7 enfants', { enfants: 7 }, ['effectif-inferieur']],
    ['12 enfants', { enfants: 12 }, []],
    ['13 enfants', { enfants: 13 }, ['effectif-superieur']],
    ['13 enfants en milieu rural', { enfants: 13, rural }, ['effectif-superieur']],
    ['5 enfants en milieu rural', { enfants: 5, rural }, []],
    ['4 enfants en milieu rural', { enfants: 4, rural }, ['effectif-inferieur-derogatoire']],
    ['5 enfants avec un enfant en situation de handicap', { enfants: 5, handicap }, []],
    [
      '4 enfants avec un enfant en situation de handicap',
      { enfants: 4, handicap },
      ['effectif-inferieur-derogatoire'],
    ],
    ['5 enfants sans dérogation', { enfants: 5 }, ['effectif-inferieur']],
    ['4 enfants sans dérogation', { enfants: 4 }, ['effectif-inferieur-derogatoire']],
    ['aucun enfant', { enfants: 0 }, ['effectif-inferieur-derogatoire']],
  ])('%s', (_titre, ecart, attendu) => {
    expect(echecs(ecart)).toEqual(attendu);
  });
});

test('effectif minimal : 8, ou 5 par dérogation ; multiplié par les collectifs quand seul le total est connu', () => {
  expect([effectifMinimal(false), effectifMinimal(true)]).toEqual([8, 5]);
  expect(3 * effectifMinimal(false)).toBe(24);
});

describe('Encadrement', () => {
  test.each([
    ['2 intervenants', { intervenants: 2 }, []],
    ['1 intervenant', { intervenants: 1 }, ['intervenants']],
    ['1 intervenant pour 7 enfants en milieu rural', { intervenants: 1, enfants: 7, rural }, []],
    [
      '1 intervenant pour 8 enfants en milieu rural',
      { intervenants: 1, enfants: 8, rural },
      ['intervenants'],
    ],
    ['2 intervenants pour 8 enfants en milieu rural', { intervenants: 2, enfants: 8, rural }, []],
    ['aucun intervenant, même rural', { intervenants: 0, enfants: 7, rural }, ['intervenants']],
    ['le handicap n’allège pas l’encadrement', { intervenants: 1, enfants: 7, handicap }, ['intervenants']],
  ])('%s', (_titre, ecart, attendu) => {
    expect(echecs(ecart)).toEqual(attendu);
  });
});

describe('Rythme', () => {
  test.each([
    ['2 séances d’1 h 30', { seances: 2, duree: 1.5 }, []],
    ['2 séances d’1 h 29', { seances: 2, duree: 89 / 60 }, ['rythme']],
    ['2 séances d’1 h 29 en milieu rural', { seances: 2, duree: 89 / 60, rural }, ['rythme']],
    ['1 séance de 2 h', { seances: 1, duree: 2 }, ['rythme']],
    ['1 séance de 2 h en milieu rural', { seances: 1, duree: 2, rural }, []],
    ['1 séance de 2 h actée sur l’agrément', { seances: 1, duree: 2, derogation }, []],
    ['1 séance de 2 h avec le seul handicap', { seances: 1, duree: 2, handicap }, ['rythme']],
    ['1 séance d’1 h 59 en milieu rural', { seances: 1, duree: 119 / 60, rural }, ['rythme']],
    ['1 séance d’1 h 59 avec dérogation', { seances: 1, duree: 119 / 60, derogation }, ['rythme']],
    ['3 séances d’1 h ne remplacent pas 2 séances d’1 h 30', { seances: 3, duree: 1 }, ['rythme']],
    ['aucune séance', { seances: 0, duree: 2, rural }, ['rythme']],
  ])('%s', (_titre, ecart, attendu) => {
    expect(echecs(ecart)).toEqual(attendu);
  });
});

describe('Durée de fonctionnement', () => {
  test.each([
    ['27 semaines', { semaines: 27 }, []],
    ['26 semaines', { semaines: 26 }, ['semaines']],
    ['26 semaines en milieu rural', { semaines: 26, rural }, ['semaines']],
  ])('%s', (_titre, ecart, attendu) => {
    expect(echecs(ecart)).toEqual(attendu);
  });
});

describe('Réponse', () => {
  test('tous les motifs sont rendus ensemble, chacun avec son fait et son attendu', () => {
    const e = eligibilite({ enfants: 13, intervenants: 1, seances: 1, duree: 1, semaines: 20 });
    expect(e.statut).toBe('inéligible');
    expect(e.motifs.map((m) => m.texte)).toEqual([
      '13 enfants : 12 au maximum',
      '1 intervenant : 2 requis (1 accepté en milieu rural sous 8 enfants)',
      '1 séance de 1 h par semaine : 2 séances d’1 h 30, ou 1 de 2 h en milieu rural ou par dérogation de l’agrément',
      '20 semaines : 27 au minimum',
    ]);
    expect(e.source).toBe('Circ. 2021-006, § 2.1');
  });

  test('incomplet n’est pas inéligible : ce qui manque est nommé', () => {
    const e = eligibilite({ enfants: 10, seances: 2, duree: 1.5 });
    expect(e).toMatchObject({ statut: 'à compléter', motifs: [], manquants: ['intervenants', 'semaines'] });
    expect(eligibilite({}).manquants).toEqual(['enfants', 'intervenants', 'séances', 'durée', 'semaines']);
  });

  test('une condition en échec l’emporte sur une donnée manquante', () => {
    const e = eligibilite({ enfants: 13 });
    expect(e.statut).toBe('inéligible');
    expect(e.manquants).toHaveLength(4);
  });

  test('une donnée manquante qui pourrait remplir la condition ne la fait pas échouer', () => {
    expect(echecs({ enfants: undefined, intervenants: 1, rural })).toEqual([]);
    expect(echecs({ seances: 1, duree: undefined, rural })).toEqual([]);
    expect(echecs({ seances: undefined, duree: 1.5 })).toEqual([]);
    expect(echecs({ seances: undefined, duree: 1 })).toEqual(['rythme']);
  });

  test.each([
    [{ seances: 2, duree: 89 / 60 }, '2 séances de 1 h 29 par semaine'],
    [{ seances: 1, duree: 1.05, rural }, '1 séance de 1 h 03 par semaine'],
    // 1,999 h s'écrivait « 1 h 60 »
    [{ seances: 1, duree: 1.999 }, '1 séance de 2 h par semaine'],
    [{ seances: undefined, duree: 1 }, 'séances de 1 h par semaine'],
    [{ seances: 1, duree: undefined }, '1 séance par semaine'],
    // le pluriel commence à deux
    [{ seances: 1.5 }, '1,5 séance de 1 h 30 par semaine'],
    [{ seances: 0 }, '0 séance de 1 h 30 par semaine'],
  ])('le rythme constaté s’écrit en heures et minutes : %j', (ecart, debut) => {
    expect(eligibilite(avec(ecart)).motifs[0]?.texte.split(' : ')[0]).toBe(debut);
  });

  test.each([
    [{ enfants: 1, rural }, '1 enfant : 5 au minimum, même par dérogation'],
    [{ enfants: 2, rural }, '2 enfants : 5 au minimum, même par dérogation'],
    [
      { enfants: 7 },
      '7 enfants : 8 au minimum (5 en milieu rural ou avec un enfant en situation de handicap)',
    ],
    [{ intervenants: 0 }, '0 intervenant : 2 requis (1 accepté en milieu rural sous 8 enfants)'],
    [{ semaines: 26 }, '26 semaines : 27 au minimum'],
  ])('le motif dit le fait et l’attendu : %j', (ecart, texte) => {
    expect(eligibilite(avec(ecart)).motifs.map((m) => m.texte)).toEqual([texte]);
  });
});
