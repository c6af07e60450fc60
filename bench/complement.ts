/** Le complément à côté du modèle officiel de volet React, reconstitué : octets lus, temps jusqu'au premier bouton utilisable. */
import { complementConstruit } from '../outils/construction';
import { lancerChromium } from '../outils/chromium';
import { medianes, rapportMedian } from './chronometre';
import { construireModele } from './construireModele';
import { compresse, ouvreur, servirDossiers } from './pages';
import { fois, ko, ms, tableau } from '../outils/rapport';
import type { Mesure } from './synthese';

const TOURS = 15;
const FORMULE_MAX = 30_000;
/** Le premier bouton, à côté du modèle sans polyfills : le moins favorable des deux. */
const RAPPORT_MAX = 1.25;
/** Ce qu'Excel lit avant de pouvoir appeler une formule. */
const FORMULE = ['volet.html', 'fonctions.js', 'fonctions.json'];

const PAGES = {
  clas: ['clas/volet.html', 'En chiffres'],
  modele: ['modele/volet.html', 'Insérer'],
  sansPolyfills: ['modele/sansPolyfills.html', 'Insérer'],
} as const;
type Nom = keyof typeof PAGES;
const NOMS = Object.keys(PAGES) as Nom[];

/** Temps de chaque page, tour par tour après un tour pour rien, et les fichiers qu'elle a lus. */
async function ouvrirTour(ouvrir: ReturnType<typeof ouvreur>) {
  const durees: Record<Nom, number[]> = { clas: [], modele: [], sansPolyfills: [] };
  const completes: Record<Nom, number[]> = { clas: [], modele: [], sansPolyfills: [] };
  const fichiers: Record<Nom, string[]> = { clas: [], modele: [], sansPolyfills: [] };
  for (let tour = 0; tour <= TOURS; tour++)
    for (const nom of NOMS) {
      const [page, dernierTexte] = PAGES[nom];
      const { utilisable, complete, lus } = await ouvrir(page, dernierTexte);
      fichiers[nom] = lus.filter((chemin) => !chemin.startsWith('/office/'));
      if (tour === 0) continue;
      durees[nom].push(utilisable);
      completes[nom].push(complete);
    }
  return { durees, completes, fichiers };
}

export async function mesurerComplement(): Promise<Mesure> {
  const dossiers = { clas: await complementConstruit(), modele: await construireModele() };
  const { adresse, fermer } = await servirDossiers(dossiers);
  const navigateur = await lancerChromium();
  const { durees, completes, fichiers } = await ouvrirTour(ouvreur(navigateur, adresse));
  await navigateur.close();
  await fermer();

  /** Les fichiers lus par la page, plus les métadonnées que lit Excel ; les images n'y sont pas. */
  const poids = (nom: Nom): number => {
    const [dossier] = PAGES[nom][0].split('/') as ['clas' | 'modele'];
    const lus = fichiers[nom]
      .filter((chemin) => /\.(html|js|css)$/.test(chemin))
      .map((c) => c.slice(dossier.length + 2));
    return [...new Set([...lus, 'fonctions.json'])].reduce(
      (total, f) => total + compresse(`${dossiers[dossier]}/${f}`),
      0,
    );
  };
  const formule = FORMULE.reduce((total, nom) => total + compresse(`${dossiers.clas}/${nom}`), 0);
  const [volet, modele, sans] = NOMS.map(poids) as [number, number, number];
  const t = medianes(durees);
  const fini = medianes(completes);
  const rapport = rapportMedian(durees.clas, durees.modele);
  const rapportSans = rapportMedian(durees.clas, durees.sansPolyfills);
  return {
    texte: [
      'À côté : le modèle officiel de volet React des compléments Office (runtime partagé, fonctions personnalisées), **reconstitué** avec nos mots — mêmes dépendances (React, Fluent UI, core-js), mêmes entrées, mêmes composants, webpack en production. Dans un runtime partagé, ses formules attendent toute la page. Office.js, le même pour tous, n’est pas compté ; octets compressés (gzip, niveau 9).',
      tableau(
        ['', 'Clas', 'Modèle sans polyfills', 'Modèle'],
        [
          ['Lus avant qu’une formule réponde', `**${ko(formule)}**`, ko(sans), ko(modele)],
          ['Lus en tout à l’ouverture du volet', `**${ko(volet)}**`, ko(sans), ko(modele)],
          ['Premier bouton utilisable', `**${ms(t.clas)}**`, ms(t.sansPolyfills), ms(t.modele)],
          ['Page complète', ms(fini.clas), ms(fini.sansPolyfills), ms(fini.modele)],
        ],
      ),
      `Du début de la navigation au premier bouton peint, la page prête à répondre : même Chromium, même Office.js authentique, même hôte émulé, cache vide, médianes de ${TOURS} tours alternés. Clas met **${fois(rapportSans)}** le temps du modèle sans polyfills, **${fois(rapport)}** celui du modèle tel quel (médianes des rapports de chaque tour). Le volet de Clas se montre pendant qu’Excel s’éveille ; complet, il a lu et contrôlé tout le classeur, quand le modèle n’a rien à lire. L’écrivain de fichiers .xlsx, chargé au premier fichier, n’est pas dans les octets.`,
    ].join('\n\n'),
    synthese: [
      {
        mesure: 'Octets avant qu’une formule réponde',
        clas: ko(formule),
        aCote: `${ko(sans)} (modèle sans polyfills), ${ko(modele)} (tel quel)`,
        objectif: `≤ ${ko(FORMULE_MAX)}`,
        tenu: formule <= FORMULE_MAX,
      },
      {
        mesure: 'Octets du volet ouvert, sans l’écrivain .xlsx',
        clas: ko(volet),
        aCote: `${ko(sans)} (modèle sans polyfills), ${ko(modele)} (tel quel)`,
      },
      {
        mesure: 'Premier bouton utilisable',
        clas: ms(t.clas),
        aCote: `${ms(t.sansPolyfills)} (modèle sans polyfills) : ${fois(rapportSans)} ; ${ms(t.modele)} (tel quel) : ${fois(rapport)}`,
        objectif: `≤ ${fois(RAPPORT_MAX)} le modèle sans polyfills`,
        tenu: rapportSans <= RAPPORT_MAX,
      },
    ],
  };
}
