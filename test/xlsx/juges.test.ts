/**
 * D'autres lecteurs pour juges : sur les classeurs d'exemple, et sur des centaines tirés d'une graine, tout ce que notre
 * lecteur voit (valeur et genre, formule, format, lignes masquées, fusions, visibilité, calendrier) est ce qu'ils en
 * voient, ou l'écart est dans la table, avec qui a raison. `CLAS_CLASSEURS=5000 npx jest test/xlsx/juges` en tire plus.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { tirage } from '../../outils/tirage';
import { classeurSale, RECETTES } from '../dossier/sale';
import { classeurBrut } from './brut';
import { deClas, deHucre, deSheetjs, dExceljs, type Vues } from './juges';

const CLASSEURS = Number(process.env['CLAS_CLASSEURS'] ?? 200);
/** Des milliers de classeurs prennent leur temps. */
const DELAI = Math.max(600_000, CLASSEURS * 1_000);
const JOUR = 86_400_000;

const JUGES = { exceljs: dExceljs, SheetJS: deSheetjs, hucre: deHucre } as const;
type Juge = keyof typeof JUGES;

interface Ecart {
  readonly juge: Juge;
  readonly classeur: string;
  /** « valeur », « format », « fusions »… ; « refus » : l'un des deux ne l'ouvre pas. */
  readonly aspect: string;
  readonly ou: string;
  readonly nous: string;
  readonly lui: string;
  /** Le format que nous donnons à la cellule. */
  readonly format: string;
  readonly vues: Vues;
}

type Cas = (e: Ecart) => boolean;

const joursDe = (valeur: string): number => Number(valeur.slice(2)) / JOUR;
const decale =
  (jours: number): Cas =>
  ({ aspect, nous, lui }) =>
    aspect === 'valeur' && nous.startsWith('n ') && joursDe(lui) - joursDe(nous) === jours;
const format =
  (nous: string, lui: string): Cas =>
  (e) =>
    e.aspect === 'format' && e.nous === nous && e.lui === lui;
/** Une cellule `t="d"` : une date écrite en toutes lettres, que nous rangeons avec son format. */
const dateEcrite: Cas = ({ format: f }) => f === 'yyyy-mm-dd' || f === 'yyyy-mm-dd hh:mm:ss';
const dansUn =
  (fichier: string): Cas =>
  ({ classeur }) =>
    classeur.endsWith(`/${fichier}.xlsx`);
const refuseLui: Cas = ({ aspect, nous, lui }) => aspect === 'refus' && nous === '' && lui !== '';
const et =
  (...cas: readonly Cas[]): Cas =>
  (e) =>
    cas.every((c) => c(e));
/** Nous ne gardons une fusion que si elle porte une valeur : vide, elle ne dit rien. */
const fusionVide: Cas = ({ aspect, ou, nous, lui, vues }) => {
  if (aspect !== 'fusions') return false;
  const notres = new Set(nous.split(','));
  const siennes = lui.split(',');
  const vides = siennes.filter((plage) => !notres.has(plage));
  return (
    siennes.length - vides.length === (nous === '' ? 0 : notres.size) &&
    vides.every((plage) => !vues.has(`valeur ${ou}!${plage.split(':')[0] ?? ''}`))
  );
};
const tropGrandPourUneDate: Cas = ({ lui }) => lui === 'n NaN';
const nomInterdit = dansUn('R21-t2-nom-qui-sort');

/** `publics` : ne se voit que sur les classeurs du contrat, à côté du dépôt. */
interface Connu {
  readonly juge: Juge;
  readonly ecart: string;
  readonly raison: 'nous' | 'les deux';
  readonly cas: Cas;
  readonly publics?: true;
}

const CONNUS: readonly Connu[] = [
  {
    juge: 'exceljs',
    ecart: 'retire la barre d’une espace échappée : le format ne change pas de sens',
    raison: 'les deux',
    cas: ({ aspect, nous, lui }) => aspect === 'format' && nous.replaceAll('\\', '') === lui,
  },
  {
    juge: 'exceljs',
    ecart: 'écrit le format 14 comme la norme ; Excel montre l’année entière',
    raison: 'nous',
    cas: format('m/d/yyyy', 'mm-dd-yy'),
  },
  {
    juge: 'exceljs',
    ecart: 'met entre guillemets l’heure du format 22',
    raison: 'nous',
    cas: format('m/d/yyyy h:mm', 'm/d/yy "h":mm'),
  },
  {
    juge: 'exceljs',
    ecart: 't="d" : ne lit que l’année, sans format',
    raison: 'nous',
    cas: et(dateEcrite, ({ aspect, lui }) => lui === (aspect === 'format' ? '' : `n ${lui.slice(2)}`)),
  },
  {
    juge: 'exceljs',
    ecart: 't="b" : tout ce qui n’est pas « 0 » est vrai, FALSE compris',
    raison: 'nous',
    cas: ({ nous, lui }) => nous === 'boolean false' && lui === 'boolean true',
  },
  {
    juge: 'exceljs',
    ecart: 'perd le nombre d’une date au-delà du calendrier',
    raison: 'nous',
    cas: tropGrandPourUneDate,
  },
  { juge: 'exceljs', ecart: 'garde une fusion vide', raison: 'les deux', cas: fusionVide },
  {
    juge: 'exceljs',
    ecart: 'ne trouve pas un tableau désigné par une adresse absolue, que le format permet',
    raison: 'nous',
    cas: et(refuseLui, ({ lui }) => lui.includes("'name'")),
  },
  {
    juge: 'exceljs',
    ecart: 'n’ouvre pas une archive à barres inverses',
    raison: 'nous',
    cas: et(refuseLui, dansUn('I01-zip-antislash')),
    publics: true,
  },
  {
    juge: 'exceljs',
    ecart: 'perd les cellules qui suivent une lecture phonétique',
    raison: 'nous',
    cas: et(dansUn('L13-phonetique-et-espaces'), ({ lui }) => lui === ''),
    publics: true,
  },
  {
    juge: 'exceljs',
    ecart: 'perd une cellule à extension',
    raison: 'nous',
    cas: dansUn('L14-cellules-extlst'),
    publics: true,
  },
  {
    juge: 'exceljs',
    ecart: 'colle <v> et <is>',
    raison: 'nous',
    cas: dansUn('M03-v-et-is'),
    publics: true,
  },
  {
    juge: 'exceljs',
    ecart: 'lit « 22500,5 » comme 22500',
    raison: 'nous',
    cas: dansUn('I09-virgule-dans-v'),
    publics: true,
  },
  {
    juge: 'exceljs',
    ecart: 'ouvre une archive dont un nom sort',
    raison: 'nous',
    cas: nomInterdit,
    publics: true,
  },
  {
    juge: 'SheetJS',
    ecart: 'donne deux chiffres à l’année du format 14',
    raison: 'nous',
    cas: format('m/d/yyyy', 'm/d/yy'),
  },
  {
    juge: 'SheetJS',
    ecart: 'donne deux chiffres à l’année du format 22',
    raison: 'nous',
    cas: format('m/d/yyyy h:mm', 'm/d/yy h:mm'),
  },
  {
    juge: 'SheetJS',
    ecart: 't="d" : sans format de date',
    raison: 'nous',
    cas: et(dateEcrite, ({ aspect, lui }) => aspect === 'format' && lui === ''),
  },
  {
    juge: 'SheetJS',
    ecart: 't="d" : compte toujours depuis 1900, et au fuseau du poste',
    raison: 'nous',
    cas: et(
      dateEcrite,
      ({ nous, lui }) => Math.min(...[0, 1_462].map((n) => Math.abs(joursDe(lui) - joursDe(nous) - n))) < 1,
    ),
  },
  { juge: 'SheetJS', ecart: 'garde une fusion vide', raison: 'les deux', cas: fusionVide },
  {
    juge: 'SheetJS',
    ecart: 'fait un onglet d’une feuille de graphique, qui n’a pas de cellules',
    raison: 'les deux',
    cas: et(dansUn('L12-feuille-graphique'), ({ nous }) => nous === ''),
    publics: true,
  },
  {
    juge: 'SheetJS',
    ecart: 'lit une cellule d’une extension',
    raison: 'nous',
    cas: dansUn('R21f-extlst-sous-la-ligne'),
    publics: true,
  },
  {
    juge: 'SheetJS',
    ecart: 'lit « 22500,5 » comme 22500',
    raison: 'nous',
    cas: dansUn('I09-virgule-dans-v'),
    publics: true,
  },
  {
    juge: 'SheetJS',
    ecart: 'ouvre une archive dont un nom sort',
    raison: 'nous',
    cas: nomInterdit,
    publics: true,
  },
  {
    juge: 'hucre',
    ecart: 'une erreur y est un texte',
    raison: 'nous',
    cas: ({ nous, lui }) => nous.startsWith('e ') && lui === nous.replace(/^e /, 'string '),
  },
  {
    juge: 'hucre',
    ecart: 't="s" sans valeur : y met le premier texte partagé',
    raison: 'nous',
    cas: ({ nous, lui }) => nous === '' && lui === 'string élémentaire',
  },
  {
    juge: 'hucre',
    ecart: 't="d" : y laisse un texte',
    raison: 'nous',
    cas: et(dateEcrite, ({ lui }) => lui.startsWith('string ')),
  },
  {
    juge: 'hucre',
    ecart: 'avant mars 1900, compte le 29 février qu’Excel invente',
    raison: 'nous',
    cas: et(decale(1), ({ nous, format: f }) => f !== '' && joursDe(nous) < 61),
  },
  {
    juge: 'hucre',
    ecart: 'perd le nombre d’une date au-delà du calendrier',
    raison: 'nous',
    cas: tropGrandPourUneDate,
  },
  {
    juge: 'hucre',
    ecart: 'n’ouvre ni barres inverses ni feuille de graphique',
    raison: 'nous',
    cas: et(refuseLui, (e) => dansUn('I01-zip-antislash')(e) || dansUn('L12-feuille-graphique')(e)),
    publics: true,
  },
  {
    juge: 'hucre',
    ecart: 'lit ce que d’autres ont mis dans une cellule ou dessous',
    raison: 'nous',
    cas: (e) => dansUn('R21f-extlst-sous-la-ligne')(e) || dansUn('L14-cellules-extlst')(e),
    publics: true,
  },
  {
    juge: 'hucre',
    ecart: 'ouvre une archive dont un nom sort',
    raison: 'nous',
    cas: nomInterdit,
    publics: true,
  },
];

const lire = async (lecteur: () => Vues | Promise<Vues>): Promise<Vues> => {
  try {
    return await lecteur();
  } catch (erreur) {
    return new Map([['refus', erreur instanceof Error ? erreur.message : String(erreur)]]);
  }
};

async function comparer(classeur: string, octets: Uint8Array): Promise<Ecart[]> {
  const notres = await lire(() => deClas(octets));
  const ecarts: Ecart[] = [];
  for (const juge of Object.keys(JUGES) as Juge[]) {
    const siennes = await lire(() => JUGES[juge](octets));
    const refuse = notres.has('refus') || siennes.has('refus');
    for (const cle of refuse ? ['refus'] : new Set([...notres.keys(), ...siennes.keys()])) {
      const [aspect = '', ...suite] = cle.split(' ');
      // le troisième juge ne voit que les valeurs
      if (juge === 'hucre' && aspect !== 'valeur' && !refuse) continue;
      const [nous, lui] = [notres.get(cle) ?? '', siennes.get(cle) ?? ''];
      if (nous === lui) continue;
      // « lignes masquées Projets » : deux mots
      const ou = suite.join(' ').replace(/^masquées /, '');
      ecarts.push({
        juge,
        classeur,
        aspect,
        ou,
        nous,
        lui,
        format: notres.get(`format ${ou}`) ?? '',
        vues: notres,
      });
    }
  }
  return ecarts;
}

const PUBLICS = '../shared/exemples';
const FICHIERS = ['assets/exemples', 'test/exemples', ...(existsSync(PUBLICS) ? [PUBLICS] : [])].flatMap(
  (dossier) =>
    readdirSync(dossier, { recursive: true, encoding: 'utf8' })
      .filter((nom) => nom.endsWith('.xlsx'))
      .map((nom) => `${dossier}/${nom}`),
);

const connuDe = (e: Ecart): Connu | undefined => CONNUS.find(({ juge, cas }) => juge === e.juge && cas(e));

let ecarts: Ecart[];
beforeAll(async () => {
  ecarts = [];
  const ajouter = async (nom: string, octets: Uint8Array): Promise<void> => {
    ecarts.push(...(await comparer(nom, octets)));
  };
  for (const chemin of FICHIERS) await ajouter(chemin, new Uint8Array(readFileSync(chemin)));
  for (let graine = 1; graine <= CLASSEURS; graine += 1)
    await ajouter(`brut ${graine}`, classeurBrut(tirage(graine)));
  for (const [i, recettes] of fc.sample(RECETTES, { numRuns: CLASSEURS / 4, seed: 1 }).entries())
    await ajouter(`sale ${i}`, new Uint8Array(await classeurSale(recettes).xlsx.writeBuffer()));
}, DELAI);

test('tout écart est dans la table', () => {
  expect(ecarts.filter((e) => connuDe(e) === undefined).map(({ vues: _, ...ecart }) => ecart)).toEqual([]);
});

test('tout écart de la table se voit encore', () => {
  const vus = new Set(ecarts.map(connuDe));
  const attendus = CONNUS.filter(({ publics }) => publics === undefined || existsSync(PUBLICS));
  expect(attendus.filter((c) => !vus.has(c)).map(({ juge, ecart }) => `${juge} ${ecart}`)).toEqual([]);
});
