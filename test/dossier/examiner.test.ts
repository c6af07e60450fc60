/** Le moteur entier : ordre des anomalies, calcul sans autre donnée que ses arguments. */
import { calculerProjet } from '../../src/dossier/calcul/calculer';
import { ETAPES } from '../../src/dossier/anomalies/catalogue';
import { creerContexte } from '../../src/dossier/controle/contexte';
import { examen, projet, rapport, versement } from './fabrique';

test('les anomalies sont dans l’ordre : étape, feuille, ligne, colonne, code', () => {
  const projets = [
    projet({ agrement: 'en attente', commune: null, coutPrevisionnel: 'x', siret: '1' }),
    projet({ dossier: null, public: 'maternelle' }),
  ];
  const { anomalies } = examen({
    projets,
    versements: [versement({ dossier: 'Z' })],
    parametres: { Caf: null },
  });
  const cles = anomalies.map(
    (a) =>
      [
        ETAPES.indexOf(a.etape),
        ['Paramètres', 'Projets', 'Versements'].indexOf(a.feuille),
        a.ligne ?? 0,
        a.colonne ?? 0,
      ] as const,
  );
  const trie = [...cles].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
  expect(anomalies.length).toBeGreaterThan(5);
  expect(cles).toEqual(trie);
});

test('deux projets au même numéro ne disent pas deux fois un même versement', () => {
  const e = examen({
    projets: [projet({}), projet({ action: 'Autre' })],
    versements: [versement({ montant: 1638.01 })],
  });
  expect(rapport(e)).toEqual([
    'Projets!A2 dossier.doublon',
    'Projets!A3 dossier.doublon',
    'Versements!E2 acomptes.n-superieurs',
  ]);
});

test('le calcul ne dépend que de ses arguments', () => {
  const { lecture, au } = examen({ projets: [projet({})] });
  const p = lecture.projets.lignes[0];
  if (!p) throw new Error('projet attendu');
  const calculer = () => JSON.parse(JSON.stringify(calculerProjet(p, creerContexte(lecture, au)))) as unknown;
  expect(calculer()).toEqual(calculer());
});
