/**
 * Corriger des cellules dans une copie du fichier de l'agent : seules ces cellules changent, dans le XML de leur feuille.
 * Styles, autres feuilles, macros, dessins restent tels quels (pizzip recopie sans les décompresser les parties intactes).
 */
import PizZip from 'pizzip';
import type { CorrectionSituee } from '../../dossier/anomalies/correction';
import { adresseDe, numeroColonne } from '../../dossier/formes/adresses';
import { genreDeFormat } from '../../valeurs/formatNombre';
import { CLASSEUR } from './espaces';
import { LecteurStyles } from './formats';
import { ouvrir } from './garde';
import { LecteurOnglets } from './onglets';
import { lireRelations, parcourir } from './parties';
import { refus } from './phrases';

type Correction = Omit<CorrectionSituee, 'avant'>;

/** Le fichier corrigé ; sans correction, les mêmes octets. */
export async function corrigerXlsx(
  octets: Uint8Array,
  corrections: readonly Correction[],
): Promise<Uint8Array> {
  if (corrections.length === 0) return octets;
  const plan = await lirePlan(octets);
  const zip = new PizZip(octets);
  const noms = new Map(
    Object.keys(zip.files).map((nom) => [nom.replaceAll('\\', '/').toLowerCase(), nom] as const),
  );
  const lire = (chemin: string): string => {
    const partie = zip.file(noms.get(chemin) ?? chemin);
    if (partie === null) throw refus('archive');
    // la marque d'ordre des octets, s'il y en a une, reste en tête
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(partie.asUint8Array());
  };
  const ecrire = (chemin: string, texte: string): void => {
    zip.file(noms.get(chemin) ?? chemin, new TextEncoder().encode(texte));
  };

  const styles = new Styles(plan.styles === undefined ? undefined : lire(plan.styles), plan.codes);
  for (const [nom, chemin] of plan.feuilles) {
    const siennes = corrections.filter(({ feuille }) => feuille === nom);
    if (siennes.length > 0) ecrire(chemin, corrigerFeuille(lire(chemin), siennes, styles));
  }
  if (plan.styles !== undefined && styles.modifies) ecrire(plan.styles, styles.ecrire());
  const calcule = [...plan.feuilles.values()].some((chemin) => FORMULE.test(lire(chemin)));
  if (calcule) ecrire(plan.classeur, recalculerALOuverture(lire(plan.classeur)));
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

interface Plan {
  readonly classeur: string;
  readonly styles: string | undefined;
  readonly codes: readonly (string | undefined)[];
  readonly feuilles: ReadonlyMap<string, string>;
}

/** Où sont les parties, par le lecteur même de Clas. */
async function lirePlan(octets: Uint8Array): Promise<Plan> {
  const parties = ouvrir(octets);
  const racine = (await lireRelations(octets, parties, '')).find((r) => r.type.endsWith('/officeDocument'));
  const classeur = racine?.cible ?? 'xl/workbook.xml';
  const entree = parties.get(classeur);
  if (entree === undefined) throw refus('archive');
  const relations = await lireRelations(octets, parties, classeur);
  const feuilles = new Map<string, string>();
  const principal = new LecteurOnglets();
  await parcourir(octets, entree, { racine: 'workbook', espaces: CLASSEUR }, principal);
  for (const { nom, id } of principal.onglets) {
    const cible = relations.find((r) => r.id === id)?.cible;
    if (cible !== undefined) feuilles.set(nom, cible);
  }
  const styles = relations.find((r) => r.type.endsWith('/styles'))?.cible;
  const entreeStyles = styles === undefined ? undefined : parties.get(styles);
  const formats = new LecteurStyles();
  if (entreeStyles !== undefined)
    await parcourir(octets, entreeStyles, { racine: 'styleSheet', espaces: CLASSEUR }, formats);
  return {
    classeur,
    styles: entreeStyles === undefined ? undefined : styles,
    codes: formats.codes,
    feuilles,
  };
}

const FORMULE = /<(?:[\w.-]+:)?f[\s/>]/;

/** Une balise, ou ce qui n'en contient pas (commentaire, section littérale, instruction). */
const BALISE =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)((?:[\w.-]+:)?([\w.-]+))((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

const valeurDe = (attributs: string, nom: string): string | undefined =>
  new RegExp(`(?:^|\\s)${nom}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributs)
    ?.slice(1)
    .find((v) => v !== undefined);

type Adresse = `${string}${number}`;

interface CelluleXml {
  readonly debut: number;
  readonly fin: number;
  readonly nom: string;
  readonly attributs: string;
}

/** Les cellules de la feuille, par adresse ; une adresse omise est la suivante, comme Excel le comprend. */
function* cellules(xml: string): Generator<readonly [Adresse, CelluleXml]> {
  let donnees = false;
  let ligne = 0;
  let colonne = 0;
  let ouverte:
    { debut: number; nom: string; attributs: string; adresse: Adresse; profondeur: number } | undefined;
  for (const balise of xml.matchAll(BALISE)) {
    const [tout, fermante = '', nom = '', local = '', attributs = '', vide = ''] = balise;
    const fin = balise.index + tout.length;
    if (local === 'sheetData') donnees = fermante === '' && vide === '';
    if (!donnees || nom === '') continue;
    if (ouverte) {
      if (nom !== ouverte.nom || vide !== '') continue;
      ouverte.profondeur += fermante === '' ? 1 : -1;
      if (ouverte.profondeur > 0) continue;
      yield [ouverte.adresse, { ...ouverte, fin }];
      ouverte = undefined;
    } else if (local === 'row' && fermante === '') {
      ligne = Number(valeurDe(attributs, 'r') ?? ligne + 1);
      colonne = 0;
    } else if (local === 'c' && fermante === '') {
      const reference = valeurDe(attributs, 'r');
      colonne = reference === undefined ? colonne + 1 : numeroColonne(/^[A-Z]+/i.exec(reference)?.[0] ?? '');
      const adresse: Adresse = adresseDe(ligne, colonne);
      const cellule = { debut: balise.index, nom, attributs, adresse, profondeur: 1 };
      if (vide === '') ouverte = cellule;
      else yield [adresse, { ...cellule, fin }];
    }
  }
}

const enXml = (texte: string): string =>
  texte.replace(/[<>&"]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[c] ?? '&quot;');

function corrigerFeuille(xml: string, corrections: readonly Correction[], styles: Styles): string {
  const parAdresse = new Map(corrections.map((c) => [adresseDe(c.ligne, c.colonne), c] as const));
  const morceaux: string[] = [];
  let lu = 0;
  for (const [adresse, { debut, fin, nom, attributs }] of cellules(xml)) {
    const correction = parAdresse.get(adresse);
    if (correction === undefined) continue;
    parAdresse.delete(adresse);
    morceaux.push(xml.slice(lu, debut), cellule(nom, adresse, attributs, correction, styles));
    lu = fin;
  }
  // une cellule lue se retrouve toujours : sinon la copie ne serait pas celle qu'on annonce
  if (parAdresse.size > 0) throw refus('abime');
  return [...morceaux, xml.slice(lu)].join('');
}

function cellule(
  nom: string,
  adresse: string,
  attributs: string,
  { apres, format }: Correction,
  styles: Styles,
): string {
  const prefixe = nom.slice(0, nom.length - 1);
  const style = styles.pour(Number(valeurDe(attributs, 's') ?? 0), format, apres);
  const tete = `<${nom} r="${adresse}"${style === 0 ? '' : ` s="${style}"`}`;
  return typeof apres === 'number'
    ? `${tete}><${prefixe}v>${apres}</${prefixe}v></${nom}>`
    : `${tete} t="inlineStr"><${prefixe}is><${prefixe}t xml:space="preserve">${enXml(apres)}</${prefixe}t></${prefixe}is></${nom}>`;
}

/** Formats qu'Excel connaît par leur numéro ; les autres s'inscrivent à partir de 164. */
const INTEGRES: Readonly<Record<string, number>> = { General: 0, '0': 1, 'dd/mm/yyyy': 14, '@': 49 };
const PREMIER_LIBRE = 164;

/** Les styles de cellule : une cellule dont le format ne convient pas reçoit le sien, au format près. */
class Styles {
  modifies = false;
  private readonly faits = new Map<string, number>();

  constructor(
    private xml: string | undefined,
    private readonly codes: readonly (string | undefined)[],
  ) {}

  ecrire(): string {
    return this.xml ?? '';
  }

  /** Numéro du style à donner à la cellule de style `s` pour qu'elle montre sa valeur au format voulu. */
  pour(s: number, format: string | undefined, apres: string | number): number {
    if (format === undefined || this.xml === undefined || this.convient(s, format, apres)) return s;
    const cle = `${s} ${format}`;
    const connu = this.faits.get(cle);
    if (connu !== undefined) return connu;
    const numeroStyle = this.ajouter(s, format);
    this.faits.set(cle, numeroStyle);
    return numeroStyle;
  }

  /** Un texte veut le format Texte, une date un format de date ; un nombre, tout format qui n'est ni l'un ni l'autre. */
  private convient(s: number, format: string, apres: string | number): boolean {
    const code = this.codes[s];
    if (format === '@') return code === '@';
    if (code === '@') return false;
    if (typeof apres === 'string') return true;
    return (genreDeFormat(code, apres) === 'date') === (genreDeFormat(format, apres) === 'date');
  }

  private ajouter(s: number, format: string): number {
    const liste = /<((?:[\w.-]+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/.exec(this.xml ?? '');
    if (!liste) throw refus('abime');
    const [tout, prefixe = '', contenu = ''] = liste;
    const formes =
      contenu.match(new RegExp(`<${prefixe}xf\\b[^>]*?(?:/>|>[\\s\\S]*?</${prefixe}xf>)`, 'g')) ?? [];
    const modele = formes[s] ?? formes[0];
    if (modele === undefined) throw refus('abime');
    const copie = modele
      .replace(/\s(?:numFmtId|applyNumberFormat)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
      .replace(
        new RegExp(`^<${prefixe}xf`),
        `<${prefixe}xf numFmtId="${this.numeroDeFormat(format)}" applyNumberFormat="1"`,
      );
    const complete = tout
      .replace(`</${prefixe}cellXfs>`, `${copie}</${prefixe}cellXfs>`)
      .replace(/^(<[^>]*?\scount\s*=\s*)(?:"\d+"|'\d+')/, `$1"${formes.length + 1}"`);
    this.xml = (this.xml ?? '').replace(tout, () => complete);
    this.modifies = true;
    return formes.length;
  }

  private numeroDeFormat(format: string): number {
    const integre = INTEGRES[format];
    if (integre !== undefined) return integre;
    const xml = this.xml ?? '';
    const numeros = [...xml.matchAll(/<(?:[\w.-]+:)?numFmt\b[^>]*?\snumFmtId="(\d+)"/g)].map((m) =>
      Number(m[1]),
    );
    const nouveau = Math.max(PREMIER_LIBRE - 1, ...numeros) + 1;
    const liste = /<((?:[\w.-]+:)?)numFmts\b[^>]*>/.exec(xml);
    const racine = /<((?:[\w.-]+:)?)styleSheet\b[^>]*>/.exec(xml);
    if (!racine) throw refus('abime');
    const prefixe = (liste ?? racine)[1] ?? '';
    const ligne = `<${prefixe}numFmt numFmtId="${nouveau}" formatCode="${enXml(format)}"/>`;
    const vide = liste?.[0].endsWith('/>') === true;
    this.xml =
      liste && !vide
        ? xml.replace(
            liste[0],
            (t) => `${t.replace(/\scount\s*=\s*(?:"\d+"|'\d+')/, ` count="${numeros.length + 1}"`)}${ligne}`,
          )
        : xml.replace(
            liste?.[0] ?? racine[0],
            (t) => `${vide ? '' : t}<${prefixe}numFmts count="1">${ligne}</${prefixe}numFmts>`,
          );
    return nouveau;
  }
}

/** Les formules gardent leur valeur d'avant : Excel les recalcule en ouvrant la copie. */
function recalculerALOuverture(xml: string): string {
  const calcul = /<(?:[\w.-]+:)?calcPr\b[^>]*>/.exec(xml)?.[0];
  if (calcul !== undefined) {
    const sans = calcul.replace(/\sfullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, '');
    return xml.replace(calcul, sans.replace(/\s*(\/?)>$/, ' fullCalcOnLoad="1"$1>'));
  }
  const avant = ['definedNames', 'externalReferences', 'functionGroups', 'sheets']
    .map((nom) => new RegExp(`</((?:[\\w.-]+:)?)${nom}>`).exec(xml))
    .find((trouve) => trouve !== null);
  if (!avant) return xml;
  const fin = avant.index + avant[0].length;
  return `${xml.slice(0, fin)}<${avant[1] ?? ''}calcPr fullCalcOnLoad="1"/>${xml.slice(fin)}`;
}
