/** L'arrêté des comptes : montants du cycle de vie, équilibre, enveloppes, et rien pour qui n'est pas agréé. */
import { phraseBlocage } from '../../src/dossier/restitution/blocage';
import { creerCloture } from '../../src/dossier/restitution/arrete/arrete';
import { planEcritures, planEcrituresFeuille } from '../../src/dossier/restitution/arrete/planEcritures';
import { jsonCloture } from '../../src/dossier/restitution/json';
import { montant, somme } from '../../src/reglement';
import { attendu, examen, examinerExemple, projet, relire } from './outils';

test('cycle de vie : charge à payer nette, engagement, contrepassation', () => {
  const json = jsonCloture(creerCloture(examen({ projets: [projet('A')] })));
  expect(json).toEqual({
    annee: 2021,
    caf: '45',
    ecritures: [
      [13, 2021, 'SF 6562322410', 'Charge à payer — Subvention N', '1075.60', '0.00'],
      [13, 2021, 'T 408143111', 'Charge à payer — Charges à payer sur exercice N', '0.00', '1075.60'],
      [13, 2021, 'T 8091', 'Engagement — Contrepartie des engagements donnés', '4613.40', '0.00'],
      [13, 2021, 'T 80182', 'Engagement — Prestation de service Clas 6/10', '0.00', '4613.40'],
      [
        12,
        2022,
        'T 80182',
        'Contrepassation de l’engagement — Prestation de service Clas 6/10',
        '4613.40',
        '0.00',
      ],
      [
        12,
        2022,
        'T 8091',
        'Contrepassation de l’engagement — Contrepartie des engagements donnés',
        '0.00',
        '4613.40',
      ],
    ].map(([mois, exercice, compte, libelle, debit, credit]) => ({
      mois,
      exercice,
      compte,
      libelle,
      debit,
      credit,
      dossier: 'A',
    })),
    totaux: { chargeAPayer: '1075.60', engagement: '4613.40', debit: '10302.40', credit: '10302.40' },
    liquidations: [],
    passees: false,
    enveloppes: { '2021': '3075.60', '2022': '4613.40' },
  });
});

test('les totaux sont ceux du calcul, débit égal crédit', async () => {
  const e = await examinerExemple('loiret-41-lo');
  const { totaux, enveloppes } = jsonCloture(creerCloture(e));
  const calcules = attendu('loiret-41-lo').calculer.json.totaux as Record<string, string>;
  expect(totaux.chargeAPayer).toBe(calcules.chargeAPayer);
  expect(totaux.engagement).toBe(calcules.engagement);
  expect(totaux.debit).toBe(totaux.credit);
  expect(enveloppes).toEqual({ '2021': calcules.partN, '2022': calcules.partN1 });
});

test('un projet non agréé n’a pas d’écriture', () => {
  const { ecritures, projets } = creerCloture(
    examen({ projets: [projet('A', { Agrément: 'en attente' }), projet('B', { Agrément: 'refusé' })] }),
  );
  expect([ecritures, projets]).toEqual([[], []]);
});

test('la spécificité suit le type de gestionnaire ; non saisi, celle des partenaires', () => {
  const types = ['association', 'caf', 'entreprise', null];
  const { projets } = creerCloture(
    examen({ projets: types.map((type, i) => projet(`D${i}`, { 'Type de gestionnaire': type })) }),
  );
  expect(projets.map((p) => p.specificite)).toEqual(['81512214', '81513214', '81514214', '81512214']);
});

describe('le fichier', () => {
  test('totaux natifs, codes en texte, 4/10 bruts à côté de la charge nette', async () => {
    const cloture = creerCloture(examen({ projets: [projet('A'), projet('B', { 'Acomptes N': 0 })] }));
    const lu = await relire(planEcritures(cloture));
    const [ecritures, detail] = lu.feuilles;
    expect(ecritures?.lignes.at(-1)?.slice(6, 8)).toEqual([22604.8, 22604.8]);
    expect([...(ecritures?.formules.values() ?? [])]).toEqual(['=SUM(G8:G19)', '=SUM(H8:H19)']);
    expect(ecritures?.lignes[7]?.[4]).toBe('SF 6562322410');
    expect(detail?.lignes[0]?.slice(3, 9)).toEqual([
      'Ps retenue',
      '4/10 bruts',
      'Acomptes N versés en N',
      'Charge à payer N',
      'Trop versé N',
      'Engagement N+1 (6/10)',
    ]);
    expect(detail?.lignes[1]?.slice(3, 9)).toEqual([7689, 3075.6, 2000, 1075.6, 0, 4613.4]);
    expect(detail?.lignes.at(-1)?.slice(3, 9)).toEqual([15378, 6151.2, 2000, 4151.2, 0, 9226.8]);
    expect(somme(cloture.projets.map((p) => p.chargeAPayer)).eq(montant('4151.2'))).toBe(true);
  });

  test('sans écriture, la feuille dit néant', () => {
    const { lignes } = planEcrituresFeuille(creerCloture(examen({})));
    expect(lignes.at(-1)?.[0]?.valeur).toBe('Néant : aucune écriture.');
  });
});

describe('un classeur bloqué', () => {
  test('la phrase dit combien, ce qui ne se fait pas et où commencer', async () => {
    const bloque = await examinerExemple('bloquant-acomptes');
    expect(phraseBlocage(bloque)).toMatch(
      /^\d+ anomalies bloquantes : le fichier de remontée n’est pas généré\. Les corriger \(d’abord Versements!D4\), puis recommencer\.$/,
    );
    const unique = examen({ projets: [projet('A', { 'Bonus enfants': 4 })] });
    expect(phraseBlocage(unique, 'le fichier des écritures')).toBe(
      '1 anomalie bloquante : le fichier des écritures n’est pas généré. La corriger (d’abord Projets!M2), puis recommencer.',
    );
  });
});
