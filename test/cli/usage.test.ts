/** L'usage : aide, version, et toute faute dite en une phrase, avec le code 2. */
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attendrePhrase, clas, clasSurPlace, dossierProvisoire, exemple, jsonDe } from './clas';

const dossier = dossierProvisoire();
const propre = exemple('clas-2021-2022.xlsx');
mkdirSync(join(dossier, 'un-dossier'));
writeFileSync(join(dossier, 'sans-extension'), 'a;b\n');
for (const nom of ['~$projets.xlsx', '.~lock.projets.xlsx#']) writeFileSync(join(dossier, nom), 'Jeanne');

test.each<[string, string[], RegExp]>([
  ['aucune commande', [], /Commande attendue.*preparer, verifier/],
  ['commande mal écrite', ['verifer', 'x.xlsx'], /vouliez-vous dire clas verifier/],
  ['commande abrégée', ['conso', 'x.xlsx'], /vouliez-vous dire clas consolider/],
  ['commande étrangère', ['imprimer'], /Commande inconnue.*imprimer.*--aide/],
  ['aide d’une commande inconnue', ['aide', 'calculr'], /vouliez-vous dire clas calculer/],
  ['option mal écrite', ['verifier', propre, '--jsno'], /vouliez-vous dire --json/],
  ['option inconnue', ['verifier', propre, '--imprimante'], /Option inconnue/],
  [
    'option d’une autre commande',
    ['verifier', propre, '--sortie', 'x.xlsx'],
    /--sortie n’est pas de cette commande/,
  ],
  ['valeur absente', ['verifier', propre, '--au'], /--au attend une valeur/],
  ['valeur prise pour une option', ['remontee', propre, '--sortie', '--json'], /--sortie attend une valeur/],
  ['valeur en trop', ['verifier', propre, '--json=oui'], /--json ne prend pas de valeur/],
  ['option en double', ['verifier', propre, '--au', '2022-01-20', '--au', '2022-01-21'], /deux fois/],
  ['date à la française', ['verifier', propre, '--au', '20/01/2022'], /AAAA-MM-JJ/],
  ['date impossible', ['verifier', propre, '--au', '2022-02-30'], /2022-02-30/],
  ['aucun fichier', ['verifier'], /Fichier à lire manquant.*clas verifier classeur.xlsx/],
  ['deux fichiers', ['verifier', propre, propre], /Un seul classeur/],
  ['fichier introuvable', ['verifier', 'absent.xlsx'], /« absent.xlsx » est introuvable/],
  ['dossier pour fichier', ['verifier', join(dossier, 'un-dossier')], /est un dossier/],
  [
    'témoin d’Excel',
    ['verifier', join(dossier, '~$projets.xlsx')],
    /ouvert dans un autre programme : donner « projets.xlsx »/,
  ],
  [
    'témoin de LibreOffice',
    ['verifier', join(dossier, '.~lock.projets.xlsx#')],
    /ouvert dans un autre programme : donner « projets.xlsx »/,
  ],
  ['fichier de texte', ['verifier', join(dossier, 'sans-extension')], /texte/],
  ['sortie absente', ['remontee', propre], /--sortie FICHIER manquante/],
  [
    'feuille désignée absente',
    ['verifier', propre, '--projets', 'Nulle part'],
    /feuille « Nulle part » introuvable/,
  ],
  ['année illisible', ['preparer', '--annee', '2021-2023', '--caf', '45', '--sortie', 'x.xlsx'], /2021-2023/],
  [
    'Caf inconnue',
    ['preparer', '--annee', '2021', '--caf', '99', '--sortie', 'x.xlsx'],
    /Caf « 99 » inconnue/,
  ],
  ['deux Caf dans le 64', ['preparer', '--annee', '2021', '--caf', '64', '--sortie', 'x.xlsx'], /--nom-caf/],
  [
    'un nom qui n’est d’aucune des deux Caf du 64',
    ['preparer', '--annee', '2021', '--caf', '64', '--nom-caf', 'Truc', '--sortie', 'x.xlsx'],
    /--nom-caf « Caf du Béarn et de la Soule »/,
  ],
  ['enveloppe : son année est civile', ['enveloppe', propre], /--annee 2022 manquante/],
  [
    'enveloppe d’une année scolaire',
    ['enveloppe', propre, '--annee', '2022-2023'],
    /« 2022-2023 » est illisible : l’écrire 2022/,
  ],
  [
    'enveloppe négative',
    ['enveloppe', propre, '--annee', '2022', '--notifiee', '-5'],
    /« .5 » de --notifiee/,
  ],
  [
    'enveloppe ambiguë, milliers ou décimales',
    ['enveloppe', propre, '--annee', '2022', '--notifiee', '120.000'],
    /« 120.000 » de --notifiee/,
  ],
  [
    'destinataires inconnus',
    ['courriers', propre, '--modele', 'm.docx', '--sortie', 'x', '--pour', 'truc'],
    /agrees, refuses/,
  ],
  [
    'un dossier pour modèle',
    ['courriers', propre, '--modele', join(dossier, 'un-dossier'), '--sortie', 'x'],
    /donner un modèle .docx/,
  ],
  [
    'un dossier au nom trop long',
    ['courriers', propre, '--modele', exemple('../modeles/notification.docx'), '--sortie', 'b'.repeat(300)],
    /bbb » n’a pas pu être créé/,
  ],
  [
    'un dossier sous un fichier',
    ['cloture', propre, '--sortie', join(dossier, 'e.xlsx'), '--csv', join(propre, 'csv')],
    /csv » n’a pas pu être créé/,
  ],
  ['un Siret faux', ['subventions', propre, '--siret', '123', '--sortie', 'x.csv'], /« 123 » est invalide/],
  ...(
    [
      ['preparer', ['--annee', '2021', '--caf', '45'], 'x.csv', 'xlsx'],
      ['remontee', [propre], 'x.XLS', 'xlsx'],
      ['paiements', [propre], 'x.ods', 'xlsx'],
      ['consolider', [propre], 'x.xlsm', 'xlsx'],
      ['corriger', [propre], 'x.xlsm', 'xlsx'],
      ['subventions', [propre], 'x.xlsx', 'csv'],
    ] as const
  ).map(([commande, args, sortie, genre]): [string, string[], RegExp] => [
    `${commande} en ${sortie} : Excel ne l’ouvrirait pas`,
    [commande, ...args, '--sortie', sortie],
    new RegExp(`ce fichier se nomme en \\.${genre}, non en`),
  ]),
  [
    'une copie figée en .csv',
    ['cloture', propre, '--sortie', join(dossier, 'e.xlsx'), '--figer', join(dossier, 'f.csv')],
    /se nomme en .xlsx, non en .csv/,
  ],
  ['argument en trop', ['preparer', 'x', '--annee', '2021', '--caf', '45', '--sortie', 'x.xlsx'], /en trop/],
])('%s', async (_, args, motif) => {
  attendrePhrase(await clasSurPlace(args), motif);
});

test('le vrai programme : la phrase sur la sortie d’erreur, code 2', async () => {
  attendrePhrase(await clas(['verifer', 'x.xlsx']), /vouliez-vous dire clas verifier/);
});

test('un caractère de commande dans un argument n’atteint pas le terminal', async () => {
  const passage = await clasSurPlace(['verifier', 'a\u001b[2Jb.xlsx']);
  attendrePhrase(passage, /introuvable/);
  expect(passage.erreur).not.toContain('\u001b');
});

test('aide générale, aide d’une commande, version', async () => {
  const [generale, commande, synonyme, version] = await Promise.all([
    clasSurPlace(['--aide']),
    clasSurPlace(['remontee', '--aide']),
    clasSurPlace(['aide', 'remontée']),
    clas(['--version']),
  ]);
  expect(generale.code).toBe(0);
  for (const mot of ['preparer', 'verifier', 'calculer', 'remontee', 'cloture', 'consolider'])
    expect(generale.sortie).toContain(`  ${mot} `);
  expect(commande.sortie).toContain('--sortie FICHIER');
  expect(commande.sortie).toContain('--projets NOM');
  expect(synonyme.sortie).toBe(commande.sortie);
  const sorties = await Promise.all(
    ['courriers', 'subventions'].map(async (c) => (await clasSurPlace([c, '--aide'])).sortie),
  );
  expect(sorties).toEqual([
    expect.stringContaining('--sortie DOSSIER'),
    expect.stringContaining('--sortie FICHIER  fichier CSV'),
  ]);
  expect(version.sortie).toMatch(/^clas \d+\.\d+\.\d+\n$/);
});

test('les accents ne sont pas des fautes', async () => {
  const sortie = join(dossier, 'modele.xlsx');
  const { code, erreur } = await clas(['préparer', '--année', '21-22', '--caf', '2a', '--sortie', sortie]);
  expect({ code, erreur }).toEqual({ code: 0, erreur: '' });
  const passage = await clas(['vérifier', sortie, '--au', '2022-01-20', '--json']);
  expect(jsonDe(passage)).toMatchObject({ annee: 2021, caf: '2A', valide: true });
});

test('sans --au, le jour est celui du poste ; avec, le fuseau n’y change rien', async () => {
  const anomalies = async (args: string[], TZ: string): Promise<string> =>
    (await clas(['verifier', propre, '--json', ...args], { env: { TZ } })).sortie;
  const jour = ['--au', '2022-01-20'];
  expect(await anomalies(jour, 'Pacific/Kiritimati')).toBe(await anomalies(jour, 'Pacific/Pago_Pago'));
  expect(await anomalies([], 'Europe/Paris')).toContain('"C-CLO-02"');
});

describe('aucun fichier lu n’est écrasé, aucune sortie n’en écrase une autre', () => {
  const copie = (nom: string, origine = propre): string => {
    const chemin = join(dossier, nom);
    copyFileSync(origine, chemin);
    return chemin;
  };
  const suivant = exemple('trois-annees/clas-45-2022.xlsx');

  test.each<[string, (precedent: string) => string[], RegExp]>([
    [
      'le classeur précédent',
      (p) => ['remontee', suivant, '--au', '2023-01-20', '--precedent', p, '--sortie', p],
      /est un fichier lu/,
    ],
    [
      'la copie figée',
      () => ['cloture', propre, '--sortie', join(dossier, 'e.xlsx'), '--figer', join(dossier, 'e.xlsx')],
      /déjà une sortie/,
    ],
    [
      'la description des données ouvertes',
      () => [
        'subventions',
        propre,
        '--siret',
        '73282932000074',
        '--sortie',
        join(dossier, 'datapackage.json'),
      ],
      /se nomme en .csv/,
    ],
  ])('%s', async (_, args, motif) => {
    const precedent = copie('precedent.xlsx', exemple('trois-annees/clas-45-2021.xlsx'));
    const avant = readFileSync(precedent);
    attendrePhrase(await clasSurPlace(args(precedent)), motif);
    expect(readFileSync(precedent).equals(avant)).toBe(true);
    expect(readdirSync(dossier).filter((nom) => /^(e\.xlsx|datapackage)/.test(nom))).toEqual([]);
  });
});
