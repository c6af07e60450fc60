/** Le moteur de 100 à 30 000 projets de cinq collectifs : le temps et la mémoire d'un projet ne doivent pas croître avec leur nombre. */
import { propre } from '../scripts/exemples/propre';
import { examiner, type Examen } from '../src/dossier/examiner';
import type { ClasseurLu } from '../src/dossier/formes/grille';
import { alterner, memoireDe } from './chronometre';
import { classeurLu } from './classeurs';
import { fois, ms, tableau } from '../outils/rapport';
import type { Mesure } from './synthese';

/** Le pire des classeurs : une seule campagne, un même numéro recopié partout. */
const REPETES = [1_000, 4_000] as const;
const TAILLES = [100, 300, 1_000, 3_000, 10_000, 30_000] as const;
const TOURS = 3;
/** D'un centième de la plus grande campagne à elle, au plus ce facteur : au-delà, ce ne serait plus linéaire. */
const DERIVE = 1.5;
/** Le plafond de lecture (20 000 lignes par feuille) est levé : il garde des classeurs hostiles, pas du nombre. */
const SANS_PLAFOND = { au: '2022-01-20', lignesMax: Infinity };

const examen = (classeur: ClasseurLu): Examen => examiner(classeur, SANS_PLAFOND);

function memeNumero(nombre: number): ClasseurLu {
  const contenu = propre({ nombre, collectifs: 1 });
  const recopier = <L extends object>(lignes: readonly L[]) => lignes.map((l) => ({ ...l, dossier: 'D-1' }));
  const { projets, collectifs, versements } = contenu;
  return classeurLu({
    ...contenu,
    projets: recopier(projets),
    collectifs: recopier(collectifs),
    versements: recopier(versements),
  });
}

/** Coût d'un projet parmi 4 000 de même numéro, rapporté à celui d'un parmi 1 000. */
async function deriveDesRepetes(): Promise<number> {
  const [peu, beaucoup] = REPETES.map(memeNumero) as [ClasseurLu, ClasseurLu];
  const t = await alterner({ peu: () => examen(peu), beaucoup: () => examen(beaucoup) }, TOURS);
  return t.beaucoup / REPETES[1] / (t.peu / REPETES[0]);
}

export async function mesurerCroissance(): Promise<Mesure> {
  const classeurs = TAILLES.map(
    (nombre) => [`${nombre}`, classeurLu(propre({ nombre, collectifs: 5 }))] as const,
  );
  for (const [nombre, classeur] of classeurs)
    if (!examen(classeur).valide) throw new Error(`Le classeur de ${nombre} projets doit être valide.`);
  const durees = await alterner(
    Object.fromEntries(classeurs.map(([nombre, classeur]) => [nombre, () => examen(classeur)])),
    TOURS,
  );
  const lignes = classeurs.map(([nombre, classeur]) => {
    const [n, duree] = [Number(nombre), durees[nombre] ?? NaN];
    return { n, duree, parProjet: (duree / n) * 1000, octets: memoireDe(() => examen(classeur)) / n };
  });
  const [reference, derniere] = [lignes.find(({ n }) => n === 300), lignes.at(-1)];
  if (!reference || !derniere) throw new Error('Rien de mesuré.');
  const temps = derniere.parProjet / reference.parProjet;
  const memoire = derniere.octets / reference.octets;
  const repetes = await deriveDesRepetes();
  return {
    texte: [
      `Lire, contrôler et calculer n projets de cinq collectifs et leurs versements, médianes de ${TOURS} tours alternés ; la mémoire est celle que retient l’examen. Le plafond de lecture (20 000 lignes par feuille) est levé pour la mesure.`,
      tableau(
        ['Projets', 'Durée', 'Par projet', 'Mémoire par projet'],
        lignes.map(({ n, duree, parProjet, octets }) => [
          n.toLocaleString('fr-FR'),
          ms(duree),
          `${Math.round(parProjet)} µs`,
          `${Math.round(octets / 100) / 10} ko`.replace('.', ','),
        ]),
      ),
      `De 300 à 30 000 projets, un projet coûte **${fois(temps)}** le temps et **${fois(memoire)}** la mémoire. Quand toutes les lignes portent le même numéro de dossier, de 1 000 à 4 000 projets, un projet coûte **${fois(repetes)}** le temps.`,
    ].join('\n\n'),
    synthese: [
      {
        mesure: 'Temps d’un projet parmi 30 000, comparé à un parmi 300',
        clas: fois(temps),
        objectif: `≤ ${fois(DERIVE)} (linéaire)`,
        tenu: temps <= DERIVE,
      },
      {
        mesure: 'Mémoire d’un projet parmi 30 000, comparée à un parmi 300',
        clas: fois(memoire),
        objectif: `≤ ${fois(DERIVE)} (linéaire)`,
        tenu: memoire <= DERIVE,
      },
      {
        mesure: 'Même numéro recopié partout : un projet parmi 4 000, comparé à un parmi 1 000',
        clas: fois(repetes),
        objectif: `≤ ${fois(DERIVE)} (linéaire)`,
        tenu: repetes <= DERIVE,
      },
    ],
  };
}
