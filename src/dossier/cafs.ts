/**
 * Les 101 Caf : code du département et nom, dans l'ordre des codes. Deux caisses partagent le 64 : leur identité est
 * code et nom. Lus dans une source officielle : 01, 06 à 08, 17, 31, 34, 40, 43 à 45, 52, 53, 58, 59, 64, 68, 75, 77 à 80 ;
 * les autres noms sont déduits (une Caf par département) et restent à valider.
 */
export interface Caf {
  readonly code: string;
  readonly nom: string;
}

const NOMS: readonly (readonly [code: string, nom: string])[] = [
  ['01', "Caf de l'Ain"],
  ['02', "Caf de l'Aisne"],
  ['03', "Caf de l'Allier"],
  ['04', 'Caf des Alpes-de-Haute-Provence'],
  ['05', 'Caf des Hautes-Alpes'],
  ['06', 'Caf des Alpes-Maritimes'],
  ['07', "Caf de l'Ardèche"],
  ['08', 'Caf des Ardennes'],
  ['09', "Caf de l'Ariège"],
  ['10', "Caf de l'Aube"],
  ['11', "Caf de l'Aude"],
  ['12', "Caf de l'Aveyron"],
  ['13', 'Caf des Bouches-du-Rhône'],
  ['14', 'Caf du Calvados'],
  ['15', 'Caf du Cantal'],
  ['16', 'Caf de la Charente'],
  ['17', 'Caf de la Charente-Maritime'],
  ['18', 'Caf du Cher'],
  ['19', 'Caf de la Corrèze'],
  ['21', "Caf de la Côte-d'Or"],
  ['22', "Caf des Côtes-d'Armor"],
  ['23', 'Caf de la Creuse'],
  ['24', 'Caf de la Dordogne'],
  ['25', 'Caf du Doubs'],
  ['26', 'Caf de la Drôme'],
  ['27', "Caf de l'Eure"],
  ['28', "Caf d'Eure-et-Loir"],
  ['29', 'Caf du Finistère'],
  ['2A', 'Caf de la Corse-du-Sud'],
  ['2B', 'Caf de la Haute-Corse'],
  ['30', 'Caf du Gard'],
  ['31', 'Caf de la Haute-Garonne'],
  ['32', 'Caf du Gers'],
  ['33', 'Caf de la Gironde'],
  ['34', "Caf de l'Hérault"],
  ['35', "Caf d'Ille-et-Vilaine"],
  ['36', "Caf de l'Indre"],
  ['37', "Caf d'Indre-et-Loire"],
  ['38', "Caf de l'Isère"],
  ['39', 'Caf du Jura'],
  ['40', 'Caf des Landes'],
  ['41', 'Caf de Loir-et-Cher'],
  ['42', 'Caf de la Loire'],
  ['43', 'Caf de Haute-Loire'],
  ['44', 'Caf de Loire-Atlantique'],
  ['45', 'Caf du Loiret'],
  ['46', 'Caf du Lot'],
  ['47', 'Caf de Lot-et-Garonne'],
  ['48', 'Caf de la Lozère'],
  ['49', 'Caf de Maine-et-Loire'],
  ['50', 'Caf de la Manche'],
  ['51', 'Caf de la Marne'],
  ['52', 'Caf de la Haute-Marne'],
  ['53', 'Caf de la Mayenne'],
  ['54', 'Caf de Meurthe-et-Moselle'],
  ['55', 'Caf de la Meuse'],
  ['56', 'Caf du Morbihan'],
  ['57', 'Caf de la Moselle'],
  ['58', 'Caf de la Nièvre'],
  ['59', 'Caf du Nord'],
  ['60', "Caf de l'Oise"],
  ['61', "Caf de l'Orne"],
  ['62', 'Caf du Pas-de-Calais'],
  ['63', 'Caf du Puy-de-Dôme'],
  ['64', 'Caf du Béarn et de la Soule'],
  ['64', 'Caf du Pays basque et du Seignanx'],
  ['65', 'Caf des Hautes-Pyrénées'],
  ['66', 'Caf des Pyrénées-Orientales'],
  ['67', 'Caf du Bas-Rhin'],
  ['68', 'Caf du Haut-Rhin'],
  ['69', 'Caf du Rhône'],
  ['70', 'Caf de la Haute-Saône'],
  ['71', 'Caf de Saône-et-Loire'],
  ['72', 'Caf de la Sarthe'],
  ['73', 'Caf de la Savoie'],
  ['74', 'Caf de la Haute-Savoie'],
  ['75', 'Caf de Paris'],
  ['76', 'Caf de Seine-Maritime'],
  ['77', 'Caf de Seine-et-Marne'],
  ['78', 'Caf des Yvelines'],
  ['79', 'Caf des Deux-Sèvres'],
  ['80', 'Caf de la Somme'],
  ['81', 'Caf du Tarn'],
  ['82', 'Caf de Tarn-et-Garonne'],
  ['83', 'Caf du Var'],
  ['84', 'Caf de Vaucluse'],
  ['85', 'Caf de la Vendée'],
  ['86', 'Caf de la Vienne'],
  ['87', 'Caf de la Haute-Vienne'],
  ['88', 'Caf des Vosges'],
  ['89', "Caf de l'Yonne"],
  ['90', 'Caf du Territoire de Belfort'],
  ['91', "Caf de l'Essonne"],
  ['92', 'Caf des Hauts-de-Seine'],
  ['93', 'Caf de la Seine-Saint-Denis'],
  ['94', 'Caf du Val-de-Marne'],
  ['95', "Caf du Val-d'Oise"],
  ['971', 'Caf de la Guadeloupe'],
  ['972', 'Caf de la Martinique'],
  ['973', 'Caf de la Guyane'],
  ['974', 'Caf de La Réunion'],
];

export const CAFS: readonly Caf[] = NOMS.map(([code, nom]) => ({ code, nom }));

/** Les caisses d'un département : une, deux dans le 64, aucune si le code est inconnu. */
export const cafsDuCode = (code: string): readonly Caf[] => CAFS.filter((c) => c.code === code);

export interface IdentiteCaf {
  readonly caf: string | null;
  readonly nomCaf: string | null;
  readonly codeOrganisme: string | null;
}

const ARTICLES: ReadonlySet<string> = new Set(['CAF', 'DE', 'DU', 'DES', 'LA', 'LE', 'LES', 'L', 'D', '']);
/** Mots communs à plusieurs noms : ils ne désignent personne. */
const COMMUNS: ReadonlySet<string> = new Set(['ET', 'PAYS']);

/** Mots d'un nom en capitales sans accents ni articles : « PAYS », « BASQUE », « ET », « SEIGNANX ». */
export const motsDuNom = (nom: string): string[] =>
  nom
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((mot) => !ARTICLES.has(mot));

/** Mots propres d'un nom : « LOIRET ». */
const motsPropres = (nom: string): string[] => motsDuNom(nom).filter((mot) => !COMMUNS.has(mot));

/** La caisse désignée ; `null` quand le code est inconnu, ou quand il en désigne deux et que le nom ne tranche pas. */
export function cafDesignee({ caf, nomCaf }: Pick<IdentiteCaf, 'caf' | 'nomCaf'>): Caf | null {
  const candidates = caf === null ? [] : cafsDuCode(caf);
  if (candidates.length <= 1) return candidates[0] ?? null;
  const dits = new Set(motsDuNom(nomCaf ?? ''));
  const reconnues = candidates.filter((c) => motsPropres(c.nom).some((mot) => dits.has(mot)));
  return (reconnues.length === 1 && reconnues[0]) || null;
}

type Designation = Pick<IdentiteCaf, 'caf' | 'nomCaf'>;

/** Deux classeurs de la même caisse : le même département et, dans le 64, la même des deux. */
export const memeCaf = (une: Designation, autre: Designation): boolean =>
  une.caf === autre.caf && cafDesignee(une) === cafDesignee(autre);

/** Son nom, s'il est connu : celui de la caisse désignée, à défaut celui qui est saisi. */
export const nomConnu = (identite: Pick<IdentiteCaf, 'caf' | 'nomCaf'>): string | null =>
  cafDesignee(identite)?.nom ?? identite.nomCaf;

/** Le nom à montrer d'une Caf, partout le même : le nom connu, sinon le code ou l'organisme. */
export function nomDeCaf(identite: IdentiteCaf): string {
  const { caf, codeOrganisme } = identite;
  return nomConnu(identite) ?? (caf === null ? null : `Caf ${caf}`) ?? codeOrganisme ?? 'Caf non renseignée';
}

/** La Caf d'un autre département dont le nom est celui qui est dit ; `null` s'il n'est celui d'aucune. */
export function autreCafNommee({ caf, nomCaf }: Pick<IdentiteCaf, 'caf' | 'nomCaf'>): Caf | null {
  const dits = motsPropres(nomCaf ?? '');
  const nommee = CAFS.filter((c) => motsPropres(c.nom).join() === dits.join());
  return nommee.some((c) => c.code === caf) ? null : (nommee[0] ?? null);
}
