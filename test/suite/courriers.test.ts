/** Les courriers : le modèle de l'agent, rempli par docxtemplater, relu par qui ouvre l'archive. */
import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { Document, Packer, Paragraph } from 'docx';
import { lireModele } from '../../src/classeur/docx';
import { clasSurPlace } from '../cli/clas';
import { champsDes, NOMS_CHAMPS, NOMS_LISTES } from '../../src/dossier/restitution/sorties/champs';
import { enLettres } from '../../src/dossier/restitution/sorties/enLettres';
import {
  destinatairesDe,
  direLaisses,
  type Destinataires,
} from '../../src/dossier/restitution/sorties/destinataires';
import type { Examen } from '../../src/dossier/examiner';
import { montant } from '../../src/valeurs/montant';
import { examen, jour, projet, versement } from '../dossier/fabrique';

const LISTES = { versements: ['date', 'montant'] };
const NOMS = ['dossier', 'gestionnaire', 'psRetenue'];

const modele = (...lignes: string[]): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children: lignes.map((l) => new Paragraph(l)) }] }));

/** Le texte des paragraphes, comme Word le montre. */
function texteDe(octets: Uint8Array): string[] {
  const xml = new PizZip(octets).file('word/document.xml')?.asText() ?? '';
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([p]) => [...p.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join(''))
    .map((t) => t.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
}

test.each([
  ['4907.50', 'quatre mille neuf cent sept euros et cinquante centimes'],
  ['0', 'zéro euro'],
  ['1', 'un euro'],
  ['1.01', 'un euro et un centime'],
  ['80', 'quatre-vingts euros'],
  ['81', 'quatre-vingt-un euros'],
  ['200', 'deux cents euros'],
  ['280000', 'deux cent quatre-vingt mille euros'],
  ['1000', 'mille euros'],
  ['2000000', 'deux millions d’euros'],
  ['2000001', 'deux millions un euros'],
  ['-700.5', 'moins sept cents euros et cinquante centimes'],
])('%s € en lettres', (chiffres, lettres) => {
  expect(enLettres(montant(chiffres))).toBe(lettres);
});

test('champs, accents, esperluettes et listes sont remplis', async () => {
  const lu = lireModele(
    await modele('Dossier {dossier}, {gestionnaire}', '{#versements}', '{date} : {montant}', '{/versements}'),
    NOMS,
    LISTES,
  );
  expect(lu.champs).toEqual(['dossier', 'gestionnaire', 'versements']);
  const lettres = lu.remplir([
    {
      dossier: 'É-1',
      gestionnaire: 'Ligue & <Cie>',
      psRetenue: null,
      versements: [
        { date: '03/12/2021', montant: '1 300,00 €' },
        { date: '05/04/2022', montant: '2 000,00 €' },
      ],
    },
    { dossier: 'É-2', gestionnaire: 'Amicale', psRetenue: null, versements: [] },
  ]);
  expect([...lettres].map(texteDe)).toEqual([
    ['Dossier É-1, Ligue & <Cie>', '03/12/2021 : 1 300,00 €', '05/04/2022 : 2 000,00 €'],
    ['Dossier É-2, Amicale'],
  ]);
});

test('une cellule illisible est inconnue au courrier, jamais vide : seule une cellule vide l’est', () => {
  const e = examen({
    projets: [
      projet({ coutReel: 'à voir' }),
      projet({ dossier: 'P-2', coutReel: null }),
      projet({ dossier: 'P-3', coutReel: 9000 }),
    ],
    versements: [
      versement({ dossier: 'P-2', montant: 'à voir' }),
      versement({ dossier: 'P-3', montant: 500 }),
    ],
  });
  const champs = e.calculs.map(champsDes(e, ['coutReel', 'versements']));
  expect(champs.map((c) => c['coutReel'])).toEqual([null, '', expect.stringContaining('9')]);
  expect(champs.map((c) => c['versements'])).toEqual([
    [],
    null,
    [expect.objectContaining({ dossier: 'P-3' })],
  ]);
});

test('un champ que Clas ne connaît pas est nommé', async () => {
  const octets = await modele('{dossier} {psRetenu}', '{#versements}{nom}{/versements}');
  expect(() => lireModele(octets, NOMS, LISTES)).toThrow(
    /\{psRetenu\} \(vouliez-vous dire \{psRetenue\} \?\), \{nom\}\. « clas courriers --aide »/,
  );
});

test('un champ qui a le nom d’un mot du langage est inconnu comme un autre', async () => {
  const octets = await modele('{dossier}', '{#constructor}{nature}{/constructor}');
  expect(() => lireModele(octets, NOMS, LISTES)).toThrow(/Champ inconnu dans le modèle : \{constructor\}/);
});

test.each([
  ['ni Word ni archive', new Uint8Array([1, 2, 3])],
  ['une archive qui n’est pas un document', readFileSync('assets/exemples/clas-2021-2022.xlsx')],
])('%s : une phrase', (_, octets) => {
  expect(() => lireModele(octets, NOMS, LISTES)).toThrow(/document Word|modèle/i);
});

test('l’aide de la commande donne chaque champ, comme le message le promet', async () => {
  const { sortie } = await clasSurPlace(['courriers', '--aide']);
  const mots = sortie.replace(/\s+/g, ' ');
  for (const nom of NOMS_CHAMPS.filter((n) => !n.endsWith('EnLettres'))) expect(mots).toContain(`{${nom}}`);
  for (const liste of Object.keys(NOMS_LISTES)) expect(mots).toContain(`{#${liste}}…{/${liste}}`);
  expect(NOMS_CHAMPS).not.toContain('collectifsAcomptesN');
  expect(new Set(NOMS_CHAMPS).size).toBe(NOMS_CHAMPS.length);
});

test('des blancs dans les accolades ne comptent pas', async () => {
  const lu = lireModele(
    await modele('{ dossier } : {#versements}{ montant\u00a0}{/versements}'),
    NOMS,
    LISTES,
  );
  expect(lu.champs).toEqual(['dossier', 'versements']);
  const lettres = lu.remplir([{ dossier: 'A-1', versements: [{ montant: '500' }] }]);
  expect([...lettres].map(texteDe)).toEqual([['A-1 : 500']]);
});

test('un modèle sans champ se refuse : toutes les lettres seraient la même', async () => {
  const octets = await modele('Madame, Monsieur,');
  expect(() => lireModele(octets, NOMS, LISTES)).toThrow(/aucun champ entre accolades/);
});

test('une accolade mal fermée se dit avec son champ', async () => {
  const octets = await modele('{#versements}{date}');
  expect(() => lireModele(octets, NOMS, LISTES)).toThrow(/mal fermées autour de « versements »/);
});

describe('à qui un courrier part', () => {
  const choix = (e: Examen, pour: Destinataires) =>
    destinatairesDe(e, pour).map(({ calcul, motif }) => [calcul.projet.dossier, motif]);
  const PAYES = ['P-1', 'P-2', 'P-3'].map((dossier) => versement({ dossier, montant: 1000 }));

  test('un dossier qui a une anomalie bloquante est retenu, et sa cellule nommée', () => {
    const e = examen({ projets: [projet({}), projet({ dossier: 'P-2', bonusEnfants: 9 })] });
    expect(choix(e, 'agrees')).toEqual([
      ['P-1', null],
      ['P-2', expect.stringMatching(/^anomalie bloquante en Projets!\w+3 \(C-BON-01\)$/)],
    ]);
  });

  test('au-delà des 80 %, rien ne se notifie ; un indu se réclame', () => {
    const e = examen({
      projets: [projet({ coutReel: 1000, collectifsReels: 3, fondsLocaux: 9000 })],
      versements: PAYES.slice(0, 1),
    });
    expect(choix(e, 'agrees')).toEqual([['P-1', expect.stringMatching(/80.% du coût/)]]);
    expect(choix(e, 'indu')).toEqual([['P-1', null]]);
  });

  test('mis à l’écart, ni refus ni indu ne partent', () => {
    const e = examen({
      projets: [
        projet({ agrement: 'refusé', bonusEnfants: null, bonusParents: null }),
        projet({ dossier: 'P-2', agrement: 'refusé', misAlEcart: 'recours', bonusEnfants: null }),
      ],
      versements: PAYES.slice(0, 2),
    });
    expect(choix(e, 'refuses')).toEqual([['P-1', null]]);
    expect(choix(e, 'indu')).toEqual([['P-1', null]]);
  });

  test('ce qui n’est pas fait : trois dossiers au plus, et pourquoi', () => {
    expect(direLaisses([])).toBeNull();
    const un = { dossier: 'A', inconnus: ['psDue', 'resteAPayer'] };
    expect(direLaisses([un])).toBe('1 courrier non fait : A ({psDue}, {resteAPayer} inconnus).');
    const retenu = { dossier: 'B', inconnus: [], motif: 'anomalie bloquante en Projets!B2 (C-ID-01)' };
    expect(direLaisses([{ dossier: 'A', inconnus: ['psDue'] }, retenu, un, un])).toBe(
      '4 courriers non faits : A ({psDue} inconnu) ; B (anomalie bloquante en Projets!B2 (C-ID-01)) ; A ({psDue}, {resteAPayer} inconnus) ; …',
    );
  });

  test('dans une lettre, une gestion est une année', () => {
    const e = examen({
      projets: [projet({})],
      versements: [
        versement({ gestion: 'N', montant: 500 }),
        versement({ gestion: 'N+1', montant: 600, date: jour('2022-02-01') }),
      ],
    });
    const { versements } = champsDes(e, ['versements'])(e.calculs[0]!);
    expect(versements).toMatchObject([{ gestion: '2021' }, { gestion: '2022' }]);
  });
});
