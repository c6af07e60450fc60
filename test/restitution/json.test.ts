/** Les JSON de verifier et calculer : clés et ordre du contrat, valeurs brutes, montants des classeurs d'exemple. */
import { jsonCalculer, jsonVerifier } from '../../src/dossier/restitution/json';
import { attendu, examen, examinerExemple, projet } from './outils';

const DEUX_DECIMALES = /^-?\d+\.\d{2}$/;

describe('calculer', () => {
  /** « $un » : l'une de ces valeurs. */
  const convient = (voulu: unknown, lu: unknown): boolean =>
    typeof voulu === 'object' && voulu !== null && '$un' in voulu
      ? (voulu.$un as unknown[]).includes(lu)
      : voulu === lu;

  test.each(['loiret-41-lo', 'agent-maison-lo', 'bloquant-acomptes'])(
    '%s : chaque montant attendu',
    async (nom) => {
      const lu = jsonCalculer(await examinerExemple(nom));
      const voulu = attendu(nom).calculer.json as {
        projets: Record<string, unknown>[];
        totaux: Record<string, unknown>;
      };
      const ecarts = (a: Record<string, unknown>, b: Record<string, unknown>): string[] =>
        Object.keys(a).filter((cle) => !convient(a[cle], b[cle]));
      expect(lu.projets).toHaveLength(voulu.projets.length);
      expect(
        voulu.projets.flatMap((p, i) =>
          ecarts(p, lu.projets[i] ?? {}).map((cle) => `${String(p.dossier)} ${cle}`),
        ),
      ).toEqual([]);
      expect(ecarts(voulu.totaux, lu.totaux)).toEqual([]);
    },
  );

  test('les clés sont celles du contrat, dans l’ordre ; deux décimales ou rien', () => {
    const json = jsonCalculer(examen({ projets: [projet('A')] }));
    expect(Object.keys(json)).toEqual(['annee', 'caf', 'projets', 'totaux']);
    const cles =
      'psPrevisionnelle partN partN1 acompteMaxN acompteMaxN1 acomptesN acomptesN1 chargeAPayer engagement bonusEnfants bonusParents bonus psReelle soldeN soldeN1 soldePs aPayer indu excedent80 controle'.split(
        ' ',
      );
    const nouvelles =
      'psRetenue psLiquidee bonusDu psControlee bonusControle controlePs controleBonus controlePsN controlePsN1 psDue bonusDuFinal versePsN versePsN1 versePs verseBonus resteN resteN1 resteAPayerPs resteAPayerBonus resteAPayer resteARecouvrerPs resteARecouvrerBonus resteARecouvrer acompteDisponibleN acompteDisponibleN1'.split(
        ' ',
      );
    const { projets, enfants, collectifs, ...totaux } = json.totaux;
    expect(Object.keys(json.projets[0] ?? {})).toEqual(['dossier', ...cles, ...nouvelles]);
    expect(Object.keys(totaux)).toEqual([...cles, ...nouvelles]);
    expect([projets, enfants, collectifs].every((n) => typeof n === 'number')).toBe(true);
    for (const m of Object.values(totaux)) if (m !== null) expect(m).toMatch(DEUX_DECIMALES);
    expect(json.totaux.psReelle).toBeNull();
  });
});

describe('verifier', () => {
  const anomalies = (change: Parameters<typeof projet>[1]) =>
    jsonVerifier(examen({ projets: [projet('A', change)] })).anomalies.filter((a) => a.ligne === 2);

  test('les clés sont celles du contrat, dans l’ordre', () => {
    const json = jsonVerifier(examen({ projets: [projet('A', { Enfants: 2.5 })] }));
    expect(Object.keys(json)).toEqual([
      'valide',
      'annee',
      'caf',
      'compte',
      'justifiees',
      'anomalies',
      'lecture',
    ]);
    expect(Object.keys(json.compte)).toEqual(['bloquante', 'alerte', 'information']);
    expect(Object.keys(json.anomalies[0] ?? {})).toEqual([
      'code',
      'gravite',
      'feuille',
      'ligne',
      'colonne',
      'champ',
      'adresse',
      'valeur',
      'message',
      'correction',
      'reference',
      'source',
      'justification',
    ]);
  });

  test('la cellule comme Excel la montre, la valeur comme elle est saisie', () => {
    expect(anomalies({ 'Coût prévisionnel': { illisible: '#N/A' } })[0]).toMatchObject({
      code: 'cellule.nombre-illisible',
      ligne: 2,
      colonne: 'K',
      champ: 'coutPrevisionnel',
      adresse: 'Projets!K2',
      valeur: '#N/A',
    });
    expect(anomalies({ Enfants: 2.5 })[0]).toMatchObject({ valeur: 2.5, reference: 'C-FMT-05' });
    expect(anomalies({ Commune: null }).find((a) => a.champ === 'commune')?.valeur).toBeNull();
  });
});
