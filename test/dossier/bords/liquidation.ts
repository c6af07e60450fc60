/** La liquidation : compte de résultat, indu, bonus payé. */
import { jour, projet, type Ligne } from '../fabrique';
import { SANS_BONUS, p, v, type Situation } from '../situation';

const sansType = (nombre: number): Ligne[] =>
  Array.from({ length: nombre }, (_, i) =>
    projet({ ...SANS_BONUS, dossier: `P-${i + 1}`, action: `Clas ${i + 1}`, typeGestionnaire: null }),
  );

export const BORDS_LIQUIDATION: readonly Situation[] = [
  p('compte de résultat reçu, au 1er octobre', { coutReel: 18000, collectifsReels: 3 }, [], {
    au: '2022-10-01',
  }),
  p(
    'compte de résultat illisible, au 1er octobre',
    { coutReel: 'x' },
    ['Projets!T2 cellule.nombre-illisible'],
    {
      au: '2022-10-01',
    },
  ),
  p(
    'sans budget, rien à liquider',
    { coutPrevisionnel: null, ...SANS_BONUS },
    [
      'Projets!S2 cloture.sans-budget',
      'Projets!S2 ps.cout-previsionnel-absent',
      'Projets!T2 ps.cout-reel-absent',
    ],
    { au: '2022-10-01' },
  ),
  p('sans agrément, rien à liquider', { agrement: 'en attente', ...SANS_BONUS }, [], { au: '2022-10-01' }),
  p('compte de résultat absent, au 1er juillet', {}, ['Projets!T2 ps.cout-reel-absent'], {
    au: '2022-07-01',
  }),
  v(
    'un acompte N payé en N+1 l’est sur la charge à payer : pas d’écart',
    [{ montant: 500, date: jour('2022-01-10') }],
    ['Versements!D2 versement.acompte-n-en-n1'],
    { coutReel: 18000, collectifsReels: 3 },
  ),
  v(
    'bonus payé en deux fois',
    [
      { nature: 'bonus', montant: 300, gestion: 'N+1', date: jour('2022-06-20') },
      { nature: 'bonus', montant: 300, gestion: 'N+1', date: jour('2022-06-21') },
    ],
    [],
  ),
  v(
    'bonus payé en deux fois, trop peu',
    [
      { nature: 'bonus', montant: null, gestion: 'N+1', date: jour('2022-06-19') },
      { nature: 'bonus', montant: 300, gestion: 'N+1', date: jour('2022-06-20') },
      { nature: 'bonus', montant: 200, gestion: 'N+1', date: jour('2022-06-21') },
      { nature: 'solde', montant: 100, gestion: 'N+1', date: jour('2022-06-21') },
    ],
    ['Versements!E2 versement.non-compte'],
  ),
  v(
    'bonus payé sans montant connu : rien à comparer',
    [{ nature: 'bonus', montant: 300, gestion: 'N+1', date: jour('2022-06-20') }],
    ['Paramètres!D2 bareme.bonus-absent', 'Paramètres!D2 bareme.modifie'],
    {},
    { bareme: [[2021, 0.325, 7885, 2563, null, null, 'Cnaf']] },
  ),
  {
    titre: 'dix dossiers sans type : tous nommés',
    reglages: { projets: sansType(10) },
    rapport: [
      'Projets!D2 cloture.type-inconnu — 10 dossiers agréés sans type de gestionnaire (P-1, P-2, P-3, P-4, P-5, P-6, P-7, P-8, P-9, P-10) : spécificité 81512214, celle des partenaires. Saisir le type.',
    ],
  },
  {
    titre: 'onze dossiers sans type : dix nommés, et la suite',
    reglages: { projets: sansType(11) },
    rapport: [
      'Projets!D2 cloture.type-inconnu — 11 dossiers agréés sans type de gestionnaire (P-1, P-2, P-3, P-4, P-5, P-6, P-7, P-8, P-9, P-10…) : spécificité 81512214, celle des partenaires. Saisir le type.',
    ],
  },
  v(
    'trop d’acomptes : un solde d’une autre année n’en est pas la cause',
    [{ montant: 1600 }, { nature: 'solde', gestion: '2020', montant: 10 }],
    [
      'Versements!C3 versement.gestion-hors-annee',
      'Projets!T2 cloture.ecart-charge-a-payer',
      'Projets!T2 cloture.indu',
      'Projets!T2 ps.ecart-budget',
    ],
    { ...SANS_BONUS, coutReel: 3000, collectifsReels: 3 },
  ),
  v(
    'le bonus d’une autre année n’est pas le premier de celle-ci',
    [
      { nature: 'bonus', gestion: '2020', montant: 300 },
      { nature: 'bonus', gestion: 'N+1', date: jour('2022-06-20'), montant: 300 },
    ],
    ['Versements!C2 versement.gestion-hors-annee', 'Versements!E3 bonus.verse-different'],
    { coutReel: 18000, collectifsReels: 3 },
  ),
  v(
    'refusé, un versement non compté : ce qui est à recouvrer n’est pas connu',
    [{ montant: 100 }, { nature: null, montant: 10 }],
    ['Versements!B3 versement.non-compte'],
    { agrement: 'refusé', ...SANS_BONUS },
  ),
  v(
    'ajourné, un versement non compté : ce qui est versé n’est pas connu',
    [{ montant: 100 }, { nature: null, montant: 10 }],
    ['Versements!B3 versement.non-compte'],
    { agrement: 'ajourné', ...SANS_BONUS },
  ),
];
