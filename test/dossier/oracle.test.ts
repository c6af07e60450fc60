/**
 * Projets et journaux tirés au hasard : chaque montant du moteur est celui de l'oracle entier, sans tolérance ; ce qui
 * est versé, à payer et à recouvrer fait le dû ; l'ordre des versements ne change rien.
 */
import { calculerProjet } from '../../src/dossier/calcul/calculer';
import {
  CLES_MONTANTS,
  type CalculProjet,
  type CleMontant,
  type Montants,
} from '../../src/dossier/calcul/montants';
import { verifierAcomptes } from '../../src/dossier/calcul/verifications/acomptes';
import { creerCloture } from '../../src/dossier/restitution/arrete/arrete';
import { suivreEnveloppe } from '../../src/dossier/restitution/suite/enveloppe';
import type { Contexte } from '../../src/dossier/controle/contexte';
import { montant, type Decimal } from '../../src/valeurs/montant';
import * as O from '../reglement/oracleAnnee';
import { calculer, type Cas } from '../reglement/oracleAnnee';
import { classeursAuHasard, contexteDe, direCas, enEuros, examenDe } from './hasard';

/** Trois mille à chaque essai ; cent mille et plus par la variable `CAS_ORACLE`. */
const CAS = Number(process.env['CAS_ORACLE'] ?? 3_000);
const GRAINE = Number(process.env['GRAINE_ORACLE'] ?? 20211231);

const GESTIONS = ['N', 'N+1'] as const;

const ecrits = (m: Montants): Record<string, string | null> =>
  Object.fromEntries(
    CLES_MONTANTS.map((cle) => [cle, m[cle].montant?.toString().replace(/^-0$/, '0') ?? null]),
  );

function ecartsDe(cas: readonly Cas[]): string[] {
  const contexte = contexteDe(cas, (v) => v);
  const retourne = contexteDe(cas, (v) => [...v].reverse());
  return contexte.lecture.projets.lignes.flatMap((p, i) => {
    const c = cas[i]!;
    const calcul = calculerProjet(p, contexte);
    const m = calcul.montants;
    const obtenus = ecrits(m);
    const attendus = calculer(c);
    const faux = CLES_MONTANTS.flatMap((cle) => {
      const attendu = attendus[cle];
      if (attendu === undefined) return [`${cle} : l’oracle ne le connaît pas`];
      const texte = attendu === null ? null : enEuros(attendu);
      return obtenus[cle] === texte ? [] : [`${cle} : ${obtenus[cle]} au lieu de ${texte}`];
    });
    const autreOrdre = ecrits(calculerProjet(p, retourne).montants);
    const bouge = CLES_MONTANTS.filter((cle) => autreOrdre[cle] !== obtenus[cle]).map(
      (cle) => `${cle} : l’ordre compte`,
    );
    return [...faux, ...bouge, ...conservation(m), ...parts(m), ...verdictsDe(calcul, contexte, c)].map(
      (e) => `${e} (${direCas(c)})`,
    );
  });
}

/** Versé + reste à payer − reste à recouvrer = dû, par nature. */
function conservation(m: Montants): string[] {
  const lois: readonly (readonly [CleMontant, CleMontant, CleMontant, CleMontant])[] = [
    ['versePs', 'resteAPayerPs', 'resteARecouvrerPs', 'psDue'],
    ['verseBonus', 'resteAPayerBonus', 'resteARecouvrerBonus', 'bonusDuFinal'],
  ];
  return lois.flatMap(([verse, payer, recouvrer, du]) => {
    const [v, p, r, d] = [m[verse].montant, m[payer].montant, m[recouvrer].montant, m[du].montant];
    if (d === null) return p === null && r === null ? [] : [`${du} inconnu, son reste connu`];
    return v && p && r && v.plus(p).minus(r).eq(d) ? [] : [`${du} : rien ne se perd, ni ne se crée`];
  });
}

/** Les deux parts font le tout, au centime. */
function parts(m: Montants): string[] {
  const lois: readonly (readonly [CleMontant, CleMontant, CleMontant])[] = [
    ['partN', 'partN1', 'psRetenue'],
    ['soldeN', 'soldeN1', 'soldePs'],
    ['controlePsN', 'controlePsN1', 'controlePs'],
    ['versePsN', 'versePsN1', 'versePs'],
  ];
  return lois.flatMap(([n, n1, tout]) => {
    const [a, b, c] = [m[n].montant, m[n1].montant, m[tout].montant];
    const juste = a && b && c ? a.plus(b).eq(c) : a === null && b === null && c === null;
    return juste ? [] : [`${n} + ${n1} ≠ ${tout}`];
  });
}

/** Ce que le moteur dit des acomptes, et ce que l'oracle en juge. */
function verdictsDe(calcul: CalculProjet, contexte: Contexte, c: Cas): string[] {
  const dits = verifierAcomptes(calcul, contexte).map(({ code }) => code);
  const juges = GESTIONS.map((gestion) => O.jugerAcomptes(c, gestion));
  const jugeable = calcul.montants.psRetenue.montant !== null && O.estAgree(c);
  const attendus = jugeable
    ? [
        ...juges.flatMap((verdict, i) =>
          verdict === 'régulier'
            ? []
            : verdict === 'irrégulier'
              ? [i === 0 ? 'acomptes.n-superieurs' : 'acomptes.n1-superieurs']
              : ['acomptes.apres-revision'],
        ),
        ...O.tropVerseN(c),
      ]
    : [];
  return JSON.stringify(dits) === JSON.stringify(attendus)
    ? []
    : [`acomptes : ${dits.join(', ')} au lieu de ${attendus.join(', ')}`];
}

test(`${CAS} projets et journaux : le moteur et l’oracle entier donnent les mêmes centimes`, () => {
  const ecarts: string[] = [];
  const vus = { recouvrer: 0, payer: 0, controles: 0, refuses: 0, revisions: 0 };
  for (const cas of classeursAuHasard(GRAINE, CAS)) {
    ecarts.push(...ecartsDe(cas));
    for (const c of cas) {
      const m = calculer(c);
      if (GESTIONS.some((g) => O.jugerAcomptes(c, g) === 'après révision')) vus.revisions++;
      if ((m['resteARecouvrer'] ?? 0n) > 0n) vus.recouvrer++;
      if ((m['resteAPayer'] ?? 0n) > 0n) vus.payer++;
      if (m['controle'] !== null) vus.controles++;
      if (m['psDue'] === 0n) vus.refuses++;
    }
  }
  expect(ecarts.slice(0, 5)).toEqual([]);
  // le tirage doit visiter chaque branche, sinon l'accord ne prouve rien
  expect(Math.min(...Object.values(vus))).toBeGreaterThan(CAS / 200);
});

test('les totaux sont la somme de ce que l’oracle connaît, des agréés ou de tous', () => {
  const TOUS = /^(?:verse|reste|indu|psDue|bonusDuFinal)/;
  for (const cas of classeursAuHasard(GRAINE + 1, 1000)) {
    const attendus = Object.fromEntries(
      CLES_MONTANTS.map((cle) => {
        const comptes = cas.filter((c) => !c.ecarte && (TOUS.test(cle) || O.estAgree(c)));
        const connus = comptes.flatMap((c) => calculer(c)[cle] ?? []);
        return [cle, connus.length === 0 ? null : enEuros(connus.reduce((a, b) => a + b, 0n))];
      }),
    );
    expect(ecrits(examenDe(cas).totaux)).toEqual(attendus);
  }
});

const texteDe = (v: unknown): string =>
  typeof v === 'bigint' ? enEuros(v) : v === null ? '—' : (v as string | number | Decimal).toString();

test(`${CAS} projets : écritures, liquidation et enveloppes sont celles de l’oracle entier`, () => {
  const vus = { ecritures: 0, surLaCharge: 0, anterieures: 0 };
  for (const cas of classeursAuHasard(GRAINE + 2, CAS)) {
    const { ecritures, liquidations, totaux, enveloppes, passees } = creerCloture(examenDe(cas));
    const rang = (dossier: string): number => Number(dossier.slice(2));
    const attendu = O.arreter(cas);
    expect(
      ecritures.map((e) =>
        [rang(e.dossier), e.mois, e.exercice, e.compte, e.debit, e.credit, e.specificite]
          .map(texteDe)
          .join(' '),
      ),
    ).toEqual(attendu.ecritures.map((e) => e.map(texteDe).join(' ')));
    expect(
      liquidations.map((l) =>
        [rang(l.dossier), l.date, l.nature, l.gestion, l.montant, l.compte, l.specificite]
          .map(texteDe)
          .join(' '),
      ),
    ).toEqual(attendu.liquidations.map((l) => l.map(texteDe).join(' ')));
    expect(Object.values(totaux).map(texteDe)).toEqual(Object.values(attendu.totaux).map(texteDe));
    expect(totaux.debit.eq(totaux.credit)).toBe(true);
    expect(Object.values(enveloppes).map(texteDe)).toEqual(attendu.enveloppes.map(texteDe));
    expect(passees).toBe(cas[0]?.passe !== null);
    vus.ecritures += ecritures.length;
    vus.surLaCharge += liquidations.filter((l) => l.compte === 'T 408143111').length;
    vus.anterieures += liquidations.filter((l) => l.compte === 'SF 65623224192').length;
  }
  expect(Math.min(...Object.values(vus))).toBeGreaterThan(CAS / 20);
});

test('l’enveloppe d’une année civile, à cheval sur deux classeurs, est celle de l’oracle entier', () => {
  const seconds = classeursAuHasard(GRAINE + 4, CAS / 5, 2022);
  for (const premiers of classeursAuHasard(GRAINE + 3, CAS / 5)) {
    const suivants = seconds.next().value as readonly Cas[];
    const notifiee = 12_345_678n;
    const obtenu = suivreEnveloppe(2022, montant(enEuros(notifiee)), [
      examenDe(suivants),
      examenDe(premiers),
    ]);
    const { parts: p, bonus } = O.enveloppe(premiers, suivants);
    const sommer = (de: 0 | 1): bigint => (p[0]?.[de] ?? 0n) + (p[1]?.[de] ?? 0n);
    expect(obtenu.parts.map(({ engage, paye }) => [engage, paye].map(texteDe))).toEqual(
      p.map((part) => part.map(texteDe)),
    );
    expect([obtenu.engage, obtenu.paye, obtenu.disponible].map(texteDe)).toEqual(
      [sommer(0), sommer(1), notifiee - sommer(0)].map(texteDe),
    );
    expect([obtenu.bonus.accorde, obtenu.bonus.paye].map(texteDe)).toEqual(bonus.map(texteDe));
  }
});
