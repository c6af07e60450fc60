/**
 * Deux Caf, de la première préparation au troisième mois de janvier, par les commandes : chaque classeur est celui que le
 * précédent ouvre, et ce que celui-ci savait n'y est jamais retapé.
 */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { lireXlsx } from '../../src/classeur/xlsx';
import type { Feuille } from '../../src/dossier/formes/grille';
import { clasSurPlace, dossierProvisoire, exemple, jsonDe } from './clas';

const dossier = dossierProvisoire();
const CAFS = ['45', '64'] as const;
const classeur = (caf: string, annee: number): string => exemple(`trois-annees/clas-${caf}-${annee}.xlsx`);
const sortie = (nom: string): string => join(dossier, nom);

async function json<T>(...args: readonly string[]): Promise<T> {
  const passage = await clasSurPlace([...args, '--json']);
  expect([args.join(' '), passage.code, passage.erreur]).toEqual([args.join(' '), 0, '']);
  return jsonDe<T>(passage);
}
type Montants = Readonly<Record<string, string>>;
interface Calcul {
  readonly projets: readonly (Montants & { readonly dossier: string })[];
  readonly totaux: Montants;
}
const calculer = (caf: string, annee: number): Promise<Calcul> =>
  json('calculer', classeur(caf, annee), '--au', `${annee + 1}-12-31`);

/** Des euros en centimes entiers : les sommes de l'essai ne sont pas celles du moteur. */
const centimes = (euros: string | undefined): number => Math.round(Number(euros) * 100);
const somme = (lignes: readonly Montants[], cle: string): number =>
  lignes.reduce((n, l) => n + centimes(l[cle]), 0);

const feuilles = async (fichier: string): Promise<ReadonlyMap<string, Feuille>> =>
  new Map((await lireXlsx(readFileSync(fichier))).feuilles.map((f) => [f.nom, f]));

test('le premier classeur est celui que « preparer » écrit : rien n’y est effacé', async () => {
  for (const [caf, nom] of [
    ['45', 'Caf du Loiret'],
    ['64', 'Caf du Béarn et de la Soule'],
  ] as const) {
    const vide = sortie(`prepare-${caf}.xlsx`);
    await json('preparer', '--annee', '2021-2022', '--caf', caf, '--nom-caf', nom, '--sortie', vide);
    expect(await retapees(vide, classeur(caf, 2021))).toEqual([]);
  }
});

/** Les cellules que le premier fichier remplissait, et que le second n'a plus telles quelles. */
async function retapees(avant: string, apres: string): Promise<string[]> {
  const [ouvert, fini] = [await feuilles(avant), await feuilles(apres)];
  return [...ouvert].flatMap(([nom, { lignes }]) =>
    nom === 'À liquider'
      ? []
      : lignes.flatMap((ligne, l) =>
          ligne.flatMap((valeur, c) => {
            const lue = fini.get(nom)?.lignes[l]?.[c] ?? null;
            return valeur === null || valeur === lue || String(valeur) === ''
              ? []
              : [`${nom} ${l + 1},${c + 1} : ${String(valeur)} → ${String(lue)}`];
          }),
        ),
  );
}

describe.each(CAFS)('Caf %s', (caf) => {
  test.each([2021, 2022])('le classeur suivant %i s’ouvre, et rien de repris n’est retapé', async (annee) => {
    const ouvert = sortie(`ouvert-${caf}-${annee + 1}.xlsx`);
    const reprise = await json<{
      annee: number;
      projets: number;
      bonusVerses: { montant: string };
      aLiquider: number;
    }>('reprendre', classeur(caf, annee), '--au', `${annee + 1}-11-15`, '--sortie', ouvert);
    const { projets, totaux } = await calculer(caf, annee);
    expect(reprise).toMatchObject({ annee: annee + 1, projets: Number(totaux['projets']), aLiquider: 0 });
    expect(centimes(reprise.bonusVerses.montant)).toBe(somme(projets, 'verseBonus'));
    expect(await retapees(ouvert, classeur(caf, annee + 1))).toEqual([]);
    // l'identité des projets repris, le barème, l'enveloppe et les bonus versés y étaient
    const [la, avant] = [await feuilles(ouvert), await feuilles(classeur(caf, annee))];
    const texte = (f: Feuille | undefined): string => JSON.stringify(f?.lignes);
    for (const ligne of avant.get('Projets')?.lignes.slice(1, 6) ?? [])
      expect(texte(la.get('Projets'))).toContain(String(ligne[1]));
    const enveloppe = (f: Feuille | undefined, libelle: string) =>
      f?.lignes.find(([premiere]) => premiere === libelle)?.[1];
    expect(enveloppe(la.get('Paramètres'), 'Enveloppe notifiée N')).toBe(
      enveloppe(avant.get('Paramètres'), 'Enveloppe notifiée N+1'),
    );
  });

  test.each([2021, 2022, 2023])('janvier qui suit la rentrée %i : la remontée', async (annee) => {
    const fichier = sortie(`CLAS_BONUS_${caf}_${annee}.xlsx`);
    const precedent = annee === 2021 ? [] : ['--precedent', classeur(caf, annee - 1)];
    const au = ['--au', `${annee + 1}-01-20`];
    const remontee = await json<Montants>(
      'remontee',
      classeur(caf, annee),
      ...au,
      ...precedent,
      '--sortie',
      fichier,
    );
    const { projets } = await calculer(caf, annee);
    expect(centimes(remontee['bonusAccordes'])).toBe(somme(projets, 'bonus'));
    const verses = annee === 2021 ? 0 : somme((await calculer(caf, annee - 1)).projets, 'verseBonus');
    expect(centimes(remontee['bonusVerses'])).toBe(verses);
    if (annee > 2021) expect(verses).toBeGreaterThan(0);
    // recopiés ou lus au journal, les bonus versés sont les mêmes : la même empreinte
    const sans = await json<Montants>(
      'remontee',
      classeur(caf, annee),
      ...au,
      '--sortie',
      `${fichier}.bis.xlsx`,
    );
    expect(sans['empreinte']).toBe(remontee['empreinte']);
  });

  test.each([2021, 2022])('%i est fini : tout est versé, et l’arrêté passé se contrepasse', async (annee) => {
    const { projets } = await calculer(caf, annee);
    for (const p of projets) {
      expect([p.dossier, p['resteAPayer'], p['resteARecouvrer']]).toEqual([p.dossier, '0.00', '0.00']);
      expect(centimes(p['versePsN']) + centimes(p['versePsN1'])).toBe(centimes(p['psDue']));
    }
    const cloture = await json<{ passees: boolean; ecritures: { mois: number }[]; totaux: Montants }>(
      'cloture',
      classeur(caf, annee),
      '--au',
      `${annee + 1}-12-31`,
      '--sortie',
      sortie(`ecritures-${caf}-${annee}.xlsx`),
    );
    expect([cloture.passees, new Set(cloture.ecritures.map((e) => e.mois))]).toEqual([true, new Set([12])]);
    expect(cloture.totaux['debit']).toBe(cloture.totaux['credit']);
  });

  test.each([2022, 2023])('enveloppe %i : les parts de deux classeurs', async (civile) => {
    const [avant, apres] = [await calculer(caf, civile - 1), await calculer(caf, civile)];
    const enveloppe = await json<Montants>(
      'enveloppe',
      '--annee',
      String(civile),
      classeur(caf, civile - 1),
      classeur(caf, civile),
      '--notifiee',
      '42000',
      '--au',
      `${civile}-12-31`,
    );
    const engage = centimes(avant.totaux['partN1']) + centimes(apres.totaux['partN']);
    expect(centimes(enveloppe['engage'])).toBe(engage);
    expect(centimes(enveloppe['disponible'])).toBe(4_200_000 - engage);
    expect(centimes(enveloppe['paye'])).toBe(
      centimes(avant.totaux['versePsN1']) + centimes(apres.totaux['versePsN']),
    );
  });
});

test('le suivi national des deux Caf : ce qui fut accordé pour une année, ce qui en est payé', async () => {
  const fichiers = CAFS.flatMap((caf) =>
    [2021, 2022].map((annee) => sortie(`CLAS_BONUS_${caf}_${annee}.xlsx`)),
  );
  const { suivi, manquants } = await json<{
    suivi: readonly (Montants & { readonly caf: string })[];
    manquants: readonly unknown[];
  }>('consolider', '--suivi', ...fichiers, '--sortie', sortie('suivi.xlsx'));
  expect([suivi.map(({ caf }) => caf), manquants]).toEqual([['45', '64'], []]);
  for (const { caf, accorde, paye } of suivi) {
    const { projets } = await calculer(caf, 2021);
    expect([centimes(accorde), centimes(paye)]).toEqual([
      somme(projets, 'bonus'),
      somme(projets, 'verseBonus'),
    ]);
  }
});
