/** Une session du volet sur un Excel émulé : l'Office.js authentique, des classeurs d'essai, une photo de ce qu'ils contiennent. */
import { creerPortExcel } from '../../src/classeur/excel';
import { ecrireXlsx } from '../../src/classeur/xlsx';
import { controleDe } from '../../src/volet/etat';
import { creerSession, type Session } from '../../src/volet/session';
import type { Examen } from '../../src/dossier/examiner';
import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';
import type { Panne } from '../../atelier/hote/journal';
import { classeur, type Reglages } from '../dossier/fabrique';
import { versHote } from '../excel/outils';

export type Hote = ExcelOuvert['hote'];

let ouvert: ExcelOuvert | undefined;
let ouverte: Session | undefined;

export function fermer(): void {
  ouverte?.montrer(false);
  ouvert?.fermer();
  ouvert = ouverte = undefined;
}

export async function ouvrir(r: Reglages, au: string): Promise<{ hote: Hote; session: Session }> {
  fermer();
  ouvert = await ouvrirHote({ feuilles: classeur(r).feuilles.map(versHote) });
  await ouvert.hote.actualiser();
  ouverte = creerSession({ port: creerPortExcel(), aujourdhui: () => au, attente: 60_000 });
  await ouverte.demarrer();
  return { hote: ouvert.hote, session: ouverte };
}

export const examenDe = (session: Session): Examen => controleDe(session.etat())!.examen;

export const cellules = (hote: Hote, plage: string): unknown[][] =>
  hote.lire(plage).map((ligne) => ligne.map(({ valeur }) => valeur));

export const photo = (hote: Hote): string =>
  JSON.stringify(hote.classeur.feuilles.map(({ nom }) => [nom, cellules(hote, `'${nom}'!A1:AN40`)]));

/** Le même classeur, en fichier. */
/** `noms` : les feuilles qui en portent un autre que le leur. */
export const enFichier = (r: Reglages, noms: Readonly<Record<string, string>> = {}): Promise<Uint8Array> =>
  ecrireXlsx({
    feuilles: classeur(r).feuilles.map(({ nom, lignes }) => ({
      nom: noms[nom] ?? nom,
      colonnes: [],
      lignes: lignes.map((ligne) =>
        ligne.map((valeur) => ({ valeur: valeur as string | number | boolean | null })),
      ),
    })),
    proprietes: { titre: '', sujet: '', auteur: '' },
  });

export const PANNES: Record<string, Panne> = {
  réseau: 'reseau',
  'réponse perdue': 'reponse-perdue',
  'session expirée': 'session-expiree',
  'refus à la première action': { action: 0, code: 'GeneralException' },
  'refus à la troisième action': { action: 2, code: 'InvalidArgument' },
  'refus à la quarantième action': { action: 39, code: 'InvalidArgument' },
};

/**
 * Fait échouer chaque échange d'un geste, l'un après l'autre : le classeur reste tel qu'il était, avec une phrase, et la
 * seconde fois le geste se fait ; ou il s'est fait, une seule fois.
 */
export async function chaquePanne(
  r: Reglages,
  au: string,
  panne: Panne,
  geste: (session: Session) => () => Promise<boolean>,
): Promise<void> {
  const temoin = await ouvrir(r, au);
  const avant = photo(temoin.hote);
  const nombre = (await temoin.hote.pendant(geste(temoin.session))).length;
  const fait = photo(temoin.hote);
  for (let rang = 1; rang <= nombre; rang++) {
    const { hote, session } = await ouvrir(r, au);
    const faire = geste(session);
    hote.prevoirPanne(rang, panne);
    await faire();
    const apres = photo(hote);
    expect([avant, fait]).toContain(apres);
    if (apres === fait) continue;
    expect(session.etat().annonce).toMatchObject({ ton: 'echec' });
    expect(await faire()).toBe(true);
    expect(photo(hote)).toBe(fait);
  }
}
