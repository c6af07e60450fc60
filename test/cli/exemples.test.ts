/** Les exemples livrés : faits par leur script, et tels que le README les décrit. */
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXEMPLES } from '../../scripts/exemples/index';
import type { AnomalieJson } from './attendu';
import { clas, dossierProvisoire, exemple, jsonDe, type Passage } from './clas';

const dossier = dossierProvisoire();
const passer = (commande: string, nom: string, ...suite: string[]): Promise<Passage> =>
  clas([
    commande,
    exemple(nom),
    '--au',
    EXEMPLES.find((e) => e.fichier === nom)?.au ?? '',
    '--json',
    ...suite,
  ]);

const PROPRE = 'clas-2021-2022.xlsx';
const ANOMALIES = 'clas-anomalies.xlsx';
const CYCLE = 'cycle-de-vie.xlsx';

// le contenu décompressé : d'une version de Node à l'autre, la compression peut changer
test.each(EXEMPLES)(
  '$fichier est celui que son script écrit, toujours le même',
  async ({ fichier, octets }) => {
    const [une, deux] = [await octets(), await octets()];
    expect(Buffer.from(une).equals(Buffer.from(deux))).toBe(true);
    expect(unzipSync(une)).toEqual(unzipSync(readFileSync(exemple(fichier))));
  },
);

test('la campagne sans faute : valide, sans alerte, remontée et arrêté possibles', async () => {
  const [verifie, remonte, clos] = await Promise.all([
    passer('verifier', PROPRE),
    passer('remontee', PROPRE, '--sortie', join(dossier, 'remontee.xlsx')),
    passer('cloture', PROPRE, '--sortie', join(dossier, 'ecritures.xlsx')),
  ]);
  expect([verifie.code, remonte.code, clos.code]).toEqual([0, 0, 0]);
  expect(jsonDe(verifie)).toMatchObject({ valide: true, annee: 2021, caf: '45', compte: { alerte: 0 } });
  expect(jsonDe(remonte)).toMatchObject({
    fichier: 'CLAS_BONUS_2021-2022_CAF45.xlsx',
    bonusVerses: '0.00',
    empreinte: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
});

test('le classeur d’essai montre au moins soixante situations, et chaque ligne la sienne', async () => {
  const { anomalies } = jsonDe<{ anomalies: (AnomalieJson & { valeur: unknown })[] }>(
    await passer('verifier', ANOMALIES),
  );
  const references = new Set(anomalies.map((a) => a.reference));
  expect(references.size).toBeGreaterThanOrEqual(60);
  const annoncees =
    EXEMPLES.find((e) => e.fichier === ANOMALIES) && (await import('../../scripts/exemples/cas')).CAS;
  expect(annoncees?.map((c) => c.repere).filter((r) => !references.has(r))).toEqual([]);
});

test('le cycle de vie : du budget au solde, puis à l’indu, au centime', async () => {
  const commun = {
    psPrevisionnelle: '7689.00',
    partN: '3075.60',
    partN1: '4613.40',
    acompteMaxN: '2152.92',
    acompteMaxN1: '3229.38',
    acomptesN: '2000.00',
    acomptesN1: '3200.00',
    chargeAPayer: '1075.60',
    engagement: '4613.40',
    bonusEnfants: '900.00',
    bonusParents: '600.00',
    bonus: '1500.00',
  };
  const passage = await passer('calculer', CYCLE);
  expect(passage.code).toBe(0);
  expect(jsonDe(passage)).toMatchObject({
    projets: [
      {
        ...commun,
        dossier: 'CYCLE-SOLDE',
        psReelle: '7312.50',
        soldeN: '925.00',
        soldeN1: '1187.50',
        soldePs: '2112.50',
        aPayer: '3612.50',
        indu: '0.00',
      },
      {
        ...commun,
        dossier: 'CYCLE-INDU',
        psReelle: '3250.00',
        soldeN: '-700.00',
        soldeN1: '-1250.00',
        soldePs: '-1950.00',
        aPayer: '1500.00',
        indu: '1950.00',
      },
    ],
  });
});
