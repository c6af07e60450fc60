/** Toute la chaîne sur 3 000 projets et 15 000 collectifs, à côté de la bibliothèque nue qui lit et écrit les mêmes cellules. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { ecrireXlsx, lireXlsx } from '../src/classeur/xlsx';
import { examiner } from '../src/dossier/examiner';
import { creerCloture } from '../src/dossier/restitution/arrete/arrete';
import { planEcritures } from '../src/dossier/restitution/arrete/planEcritures';
import { creerRemontee } from '../src/dossier/restitution/remontee/remontee';
import { planRemontee } from '../src/dossier/restitution/remontee/planRemontee';
import { CODES_FORMAT, type ClasseurPlan } from '../src/dossier/formes/plan';
import { octetsExemple } from '../scripts/exemples/fichier';
import { propre } from '../scripts/exemples/propre';
import { alternerTours, medianes, rapportMedian } from './chronometre';
import { fois, ms, tableau } from '../outils/rapport';
import type { Mesure } from './synthese';

const AU = '2022-01-20';
const TOURS = 7;
const RAPPORT_MAX = 1.5;

/** Le classeur mesuré, lu par toutes les mesures du moteur. */
export const grandClasseur = (): Promise<Uint8Array> =>
  octetsExemple(propre({ nombre: 3_000, collectifs: 5 }));

const valeurs = (plan: ClasseurPlan) => ({
  sheets: plan.feuilles.map((f) => ({ name: f.nom, rows: f.lignes.map((l) => l.map((c) => c.valeur)) })),
});

/** Les mêmes valeurs, chaque colonne à son format : ce qu'un agent peut lire. */
const formatees = (plan: ClasseurPlan) => ({
  sheets: valeurs(plan).sheets.map((feuille, n) => {
    const exemple = plan.feuilles[n]?.lignes.at(-2) ?? [];
    const columns = exemple.map(({ format = 'general' }) =>
      format === 'general' ? {} : { style: { numFmt: CODES_FORMAT[format] } },
    );
    return { ...feuille, columns };
  }),
});

export async function mesurerChaine(): Promise<Mesure> {
  const octets = await grandClasseur();
  const lu = await lireXlsx(octets);
  const examen = examiner(lu, { au: AU });
  if (!examen.valide) throw new Error('Le classeur mesuré doit être valide.');
  const plans = async (e: typeof examen): Promise<ClasseurPlan[]> => [
    planRemontee(await creerRemontee(e)),
    planEcritures(creerCloture(e)),
  ];
  const ecrits = await plans(examen);
  const nues = ecrits.map(valeurs);
  const miseEnForme = ecrits.map(formatees);
  /** Le classeur de l'agent tel qu'il est lu, à réécrire entier. */
  const { sheets } = await readXlsx(octets);
  const entier = { sheets: sheets.map(({ name, rows }) => ({ name, rows })) };

  const tours = await alternerTours(
    {
      clas: async () => {
        const e = examiner(await lireXlsx(octets), { au: AU });
        for (const plan of await plans(e)) await ecrireXlsx(plan);
      },
      nue: async () => {
        await readXlsx(octets);
        for (const classeur of nues) await writeXlsx(classeur);
      },
      formatee: async () => {
        await readXlsx(octets);
        for (const classeur of miseEnForme) await writeXlsx(classeur);
      },
      recopie: async () => {
        await readXlsx(octets);
        await writeXlsx(entier);
      },
      lire: () => lireXlsx(octets),
      lireNue: () => readXlsx(octets),
      examiner: () => examiner(lu, { au: AU }),
      composer: () => plans(examen),
      ecrire: async () => {
        for (const plan of ecrits) await ecrireXlsx(plan);
      },
      ecrireNue: async () => {
        for (const classeur of nues) await writeXlsx(classeur);
      },
      ecrireFormatee: async () => {
        for (const classeur of miseEnForme) await writeXlsx(classeur);
      },
    },
    TOURS,
  );
  const t = medianes(tours);
  const [formatee, nue, recopie] = [tours.formatee, tours.nue, tours.recopie].map((autre) =>
    rapportMedian(tours.clas, autre),
  ) as [number, number, number];
  const texte = [
    `Un classeur de 3 000 projets, 15 000 collectifs et leurs versements (${Math.round(octets.length / 1024)} Ko) : le lire, le contrôler, calculer tous les montants, écrire la remontée et l’arrêté des comptes. À côté, la bibliothèque seule lit le même fichier et écrit les mêmes cellules, d’abord avec leur format d’affichage, puis les valeurs seules. Médianes de ${TOURS} tours alternés.`,
    tableau(
      ['Étape', 'Clas', 'Bibliothèque', 'Bibliothèque, valeurs seules'],
      [
        ['Lire', ms(t.lire), ms(t.lireNue), ms(t.lireNue)],
        ['Contrôler et calculer', ms(t.examiner), '—', '—'],
        ['Composer les deux fichiers', ms(t.composer), '—', '—'],
        ['Écrire', ms(t.ecrire), ms(t.ecrireFormatee), ms(t.ecrireNue)],
        ['**Toute la chaîne**', `**${ms(t.clas)}**`, `**${ms(t.formatee)}**`, `**${ms(t.nue)}**`],
      ],
    ),
    `Rapport : **${fois(formatee)}** la bibliothèque, **${fois(nue)}** sans les formats (médianes des rapports de chaque tour ; objectif : ${fois(RAPPORT_MAX)} au plus). Lire le classeur puis le réécrire entier avec elle prend ${ms(t.recopie)} : rapport **${fois(recopie)}**.`,
  ].join('\n\n');
  return {
    texte,
    synthese: [
      {
        mesure: 'Toute la chaîne, 3 000 projets et 15 000 collectifs',
        clas: ms(t.clas),
        aCote: `${ms(t.nue)} (bibliothèque, valeurs seules) : ${fois(nue)} ; ${ms(t.formatee)} (avec les formats) : ${fois(formatee)}`,
        objectif: `≤ ${fois(RAPPORT_MAX)}`,
        tenu: nue <= RAPPORT_MAX,
      },
    ],
  };
}
