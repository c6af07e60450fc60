/** Le classeur vide : relu, il ne contient rien, n'a que les anomalies que l'agent doit lever, et remonte « néant ». */
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { ecrireXlsx } from '../../src/classeur/xlsx';
import { COLONNES_AVENANTS } from '../../src/dossier/colonnes/avenants';
import { COLONNES_BONUS_VERSES } from '../../src/dossier/colonnes/bonusVerses';
import { COLONNES_COLLECTIFS } from '../../src/dossier/colonnes/collectifs';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { examiner, type Examen } from '../../src/dossier/examiner';
import type { ClasseurLu } from '../../src/dossier/formes/grille';
import type { Valeur } from '../../src/valeurs/valeur';
import { planModele, type Modele } from '../../src/dossier/restitution/modele/preparer';
import { estNeant } from '../../src/dossier/restitution/remontee/donnees';
import { nomFichier } from '../../src/dossier/restitution/remontee/identite';
import { creerRemontee } from '../../src/dossier/restitution/remontee/remontee';
import type { FeuillePlan } from '../../src/dossier/formes/plan';
import { relire } from './outils';

const LOIRET: Modele = { annee: 2021, caf: '45' };
const preparer = async (modele: Modele): Promise<Examen> =>
  examiner(await relire(planModele(modele)), { au: '2021-10-01' });
const codes = (e: Examen): string[] => e.anomalies.map((a) => a.code);
const feuille = (nom: string, modele = LOIRET): FeuillePlan => {
  const trouvee = planModele(modele).feuilles.find((f) => f.nom === nom);
  if (!trouvee) throw new Error(`Feuille ${nom} absente.`);
  return trouvee;
};

describe('relu tel quel', () => {
  test('2021, Loiret : aucune ligne, aucune anomalie, néant', async () => {
    const e = await preparer(LOIRET);
    expect(codes(e)).toEqual([]);
    expect(e.calculs).toHaveLength(0);
    expect(e.lecture.bilan.filter(({ role }) => role === null)).toEqual([]);
    expect(e.lecture.parametres).toMatchObject({
      annee: 2021,
      caf: '45',
      nomCaf: 'Caf du Loiret',
      arrondi: 'bareme',
    });
    expect(e.lecture.parametres.bareme?.montantMaximal.toFixed(2)).toBe('2563.00');
    const r = await creerRemontee(e);
    expect(estNeant(r)).toBe(true);
    expect(nomFichier(r)).toBe('CLAS_BONUS_2021-2022_CAF45.xlsx');
  });

  test('une année sans barème publié attend sa saisie', async () => {
    expect(codes(await preparer({ annee: 2022, caf: '2A' }))).toEqual(['bareme.absent']);
  });

  test('dans le 64, l’agent nomme sa Caf, parmi les deux', async () => {
    expect(codes(await preparer({ annee: 2021, caf: '64' }))).toEqual(['parametres.caf-inconnue']);
    const nomCaf = 'Caf du Pays basque et du Seignanx';
    expect(codes(await preparer({ annee: 2021, caf: '64', nomCaf }))).toEqual([]);
    const plan = planModele({ annee: 2021, caf: '64' });
    const { regle } = plan.feuilles[0]?.validations?.find((v) => v.titre === 'Nom de la Caf') ?? {};
    const [, colonne = '', debut, fin] =
      /\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)$/.exec(regle?.type === 'liste' ? regle.source : '') ?? [];
    const listes = plan.feuilles.find((f) => f.nom === 'Listes')?.lignes ?? [];
    expect(
      listes.slice(Number(debut) - 1, Number(fin)).map((l) => l[colonne.charCodeAt(0) - 65]?.valeur),
    ).toEqual(['Caf du Béarn et de la Soule', nomCaf]);
  });

  test('une Caf inconnue est refusée d’une phrase', () => {
    expect(() => planModele({ annee: 2021, caf: '99' })).toThrow(/^Caf « 99 » inconnue/);
  });
});

describe('rempli', () => {
  /** Le classeur relu, avec une ligne de projet saisie. */
  const remplir = (lu: ClasseurLu, saisie: Record<string, Valeur>): ClasseurLu => ({
    ...lu,
    feuilles: lu.feuilles.map((f) => {
      if (f.nom !== 'Projets') return f;
      const entetes = f.lignes[0] ?? [];
      return { ...f, lignes: [entetes, entetes.map((e) => saisie[String(e)] ?? null), ...f.lignes.slice(2)] };
    }),
  });

  test('un projet saisi se calcule ; les lignes vides dessous ne comptent pas', async () => {
    const lu = await relire(planModele(LOIRET));
    const saisie = {
      'N° dossier': 'A',
      Gestionnaire: 'G',
      Action: 'X',
      Agrément: 'favorable',
      'Collectifs agréés': 3,
      'Coût prévisionnel': 24000,
      'Ps prévisionnelle': 7689,
    };
    const e = examiner(remplir(lu, saisie), { au: '2021-10-01' });
    expect(e.calculs.map((c) => c.montants.psPrevisionnelle.montant?.toFixed(2))).toEqual(['7689.00']);
    expect(codes(e)).not.toContain('ps.montant-saisi-different');
    expect(codes(e).filter((c) => /^(ligne|colonne|cellule\.nombre)/.test(c))).toEqual([]);
  });
});

describe('ce qu’il contient', () => {
  test.each([
    ['Projets', COLONNES_PROJETS],
    ['Collectifs', COLONNES_COLLECTIFS],
    ['Versements', COLONNES_VERSEMENTS],
    ['Avenants', COLONNES_AVENANTS],
    ['Bonus versés', COLONNES_BONUS_VERSES],
  ])('%s : intitulés et aides sont ceux des définitions', (nom, definitions) => {
    const { lignes, notes } = feuille(nom);
    const attendues = Object.entries(definitions).filter(
      ([cle, c]) => cle === 'psSaisie' || !('calculee' in c),
    );
    const intitules = lignes[0]?.map((c) => c.valeur);
    expect([...(intitules ?? [])].sort()).toEqual(attendues.map(([, c]) => c.entete).sort());
    expect(notes?.map((n) => n.texte).sort()).toEqual(attendues.map(([, c]) => c.aide).sort());
  });

  test('la Ps de chaque ligne vient du barème du classeur, et n’est rien tant que le coût est vide', () => {
    const { lignes } = feuille('Projets');
    const rang = (intitule: string): number => lignes[0]?.findIndex((c) => c.valeur === intitule) ?? -1;
    const [cout, nb] = [rang('Coût prévisionnel'), rang('Collectifs agréés')].map((i) =>
      String.fromCharCode(65 + i),
    );
    expect(lignes[1]?.[rang('Ps prévisionnelle')]).toEqual({
      valeur: '',
      format: 'montant',
      formule: `IF(OR(${cout}2="",${nb}2=""),"",CLAS.PS_BAREME(${cout}2,${nb}2,Paramètres!$E$5,Paramètres!$F$5,Paramètres!$G$5,Paramètres!$B$8))`,
    });
    const bareme = feuille('Paramètres').lignes;
    expect(bareme[3]?.slice(4, 7).map((c) => c.valeur)).toEqual(['Taux', 'Prix plafond', 'Montant maximal']);
    expect(bareme[4]?.slice(3, 9).map((c) => c.valeur)).toEqual([2021, 0.325, 7885, 2563, 300, 300]);
  });

  test('ce dont le plus grand nombre se passe est replié, jamais une colonne obligatoire ou attendue', () => {
    const { lignes, colonnes } = feuille('Projets');
    const replies = colonnes.flatMap((c, i) => (c.repliee ? [lignes[0]?.[i]?.valeur] : []));
    expect(replies).toContain('Mis à l’écart');
    const attendues = Object.values(COLONNES_PROJETS).filter((c) => c.exigence !== 'non');
    expect(replies.filter((nom) => attendues.some((c) => c.entete === nom))).toEqual([]);
  });

  test('dans le fichier, chaque groupe replié a son « + » sur la colonne qui suit', async () => {
    const classeur = new ExcelJS.Workbook();
    await classeur.xlsx.load((await ecrireXlsx(planModele(LOIRET))).buffer as ArrayBuffer);
    const ecrite = classeur.getWorksheet('Projets');
    const { colonnes } = feuille('Projets');
    colonnes.forEach(({ repliee = false }, i) => {
      const colonne = ecrite?.getColumn(i + 1);
      expect([colonne?.hidden ?? false, colonne?.outlineLevel ?? 0]).toEqual([repliee, repliee ? 1 : 0]);
    });
    const xml = strFromU8(
      unzipSync(await ecrireXlsx(planModele(LOIRET)))['xl/worksheets/sheet2.xml'] ?? new Uint8Array(),
    );
    expect(xml.match(/<col [^>]*collapsed="(?:1|true)"/g)).toHaveLength(3);
  });

  test('imprimée, la large feuille des projets tient sur plusieurs pages, le numéro et l’en-tête répétés', async () => {
    const classeur = new ExcelJS.Workbook();
    await classeur.xlsx.load((await ecrireXlsx(planModele(LOIRET))).buffer as ArrayBuffer);
    expect(classeur.getWorksheet('Projets')?.pageSetup).toMatchObject({
      fitToWidth: 3,
      fitToHeight: 0,
      printTitlesColumn: 'A:A',
      printTitlesRow: '1:1',
    });
    const versements = classeur.getWorksheet('Versements')?.pageSetup;
    expect([versements?.fitToWidth, versements?.printTitlesColumn]).toEqual([1, undefined]);
  });

  test('sans barème publié, la ligne de l’année est à remplir', () => {
    const { lignes } = feuille('Paramètres', { annee: 2023, caf: '45' });
    expect(lignes[4]?.slice(3).map((c) => c.valeur)).toEqual([2023, null, null, null, null, null, null]);
    expect(lignes[4]?.[4]?.style).toBe('saisie');
  });

  test('un nombre faux s’arrête ; chaque liste mène à ses valeurs', () => {
    const plan = planModele(LOIRET);
    const listes = plan.feuilles.find((f) => f.masquee === true);
    expect(listes?.nom).toBe('Listes');
    const validations = plan.feuilles.flatMap((f) => f.validations ?? []);
    expect(validations.length).toBeGreaterThan(40);
    for (const { regle, rigueur, message, titre } of validations) {
      expect(message.length).toBeLessThanOrEqual(225);
      expect(titre.length).toBeGreaterThan(0);
      if (regle.type === 'entier') expect(rigueur).toBe('arret');
      if (regle.type !== 'liste') continue;
      const [, colonne = '', debut, fin] = /^Listes!\$([A-Z])\$(\d+):\$\1\$(\d+)$/.exec(regle.source) ?? [];
      const valeurs = listes?.lignes
        .slice(Number(debut) - 1, Number(fin))
        .map((l) => l[colonne.charCodeAt(0) - 65]?.valeur);
      expect(valeurs?.length).toBeGreaterThan(1);
      expect(valeurs?.every((v) => typeof v === 'string')).toBe(true);
    }
  });
});
