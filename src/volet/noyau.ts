/**
 * Le cœur de la session : l'état, ses abonnés, et la règle de tout geste — un seul à la fois, dont l'échec
 * devient une phrase. Les gestes eux-mêmes sont dans les fichiers `gestes*.ts`.
 */
import type { Cellule, Changement, PortExcel } from '../classeur/excel/port';
import { ErreurClasseur } from '../dossier/formes/erreurs';
import type { Examen } from '../dossier/examiner';
import type { ClasseurLu } from '../dossier/formes/grille';
import { creerMemoire } from '../dossier/formes/memoire';
import { refusOfficiel, type Officiel } from '../dossier/restitution/blocage';
import { nouveautes } from '../dossier/restitution/nouveautes';
import { typographier } from '../dossier/affichage/typographie';
import { respirer, situer } from './controle';
import { controleDe, type Annonce, type Controle } from './etat';
import { constatsSurFormules, formulesEnErreur, formulesOccupees } from './formules';
import { creerMagasin, type Magasin } from './magasin';
import { bilan, direNouveautes, sansDonnee } from './phrases';
import { attend } from './saisie';
import { creerVeille } from './veille';

export interface OptionsSession {
  readonly port: PortExcel;
  /** Le jour, « AAAA-MM-JJ » : le moteur n'a pas d'horloge. */
  readonly aujourdhui: () => string;
  /** Attente avant de recontrôler après une frappe, en ms. */
  readonly attente?: number;
  /** L'état, quand le volet se montre déjà. */
  readonly magasin?: Magasin;
}

/** Ce qu'un geste a fait : une phrase, et si « Annuler » le défait. */
type Fait = string | { readonly texte: string; readonly annulable: boolean };

export type Noyau = ReturnType<typeof creerNoyau>;

const IMPREVU = 'Clas a rencontré un imprévu. Réessayer ; si cela persiste, fermer et rouvrir le volet.';

/** Une fonction de Clas répond plus tard que le calcul : relire à ces délais (ms), puis la dire occupée. */
const ATTENTES_FORMULES = [500, 1_000, 2_000, 4_000] as const;

/** Au-delà (une longue absence), tout relire coûte moins que chaque changement. */
const SUIVIS_MAX = 200;

/** La phrase d'un échec : celle d'une erreur connue se montre telle quelle. */
function phraseEchec(erreur: unknown): string {
  if (erreur instanceof ErreurClasseur) return erreur.message;
  console.error(erreur);
  return IMPREVU;
}

export function creerNoyau({ port, aujourdhui, attente = 700, magasin = creerMagasin() }: OptionsSession) {
  const { etat, sabonner, emettre } = magasin;
  const annoncer = (ton: Annonce['ton'], fait: Fait): Annonce => {
    const { texte, annulable } = typeof fait === 'string' ? { texte: fait, annulable: false } : fait;
    return { ton, texte: typographier(texte), ...(annulable && { annulable }) };
  };
  const dire = (ton: Annonce['ton'], texte: string): void =>
    emettre({ type: 'annonce', annonce: annoncer(ton, texte) });

  /** Ce que le volet a déjà dit. */
  let dit: Pick<Examen, 'anomalies' | 'lecture'> | undefined;

  /** Tout est montré : rien de ce contrôle n'est plus à dire. */
  const toutDit = (): void => void (dit = controleDe(etat())?.examen);

  /** Ce que la frappe vient de changer aux anomalies, et où aller voir ; rien n'a changé : ce qui est dit reste. */
  function direFrappe(): void {
    const examen = controleDe(etat())?.examen;
    if (!examen) return;
    const { saisie } = etat();
    const avant = dit;
    const { anomalies, lecture } = examen;
    // d'une ligne en cours de saisie, les cellules vides restent comme elles étaient dites
    const gardees = avant?.anomalies.filter((a) => attend(a, saisie)) ?? [];
    const apres = { lecture, anomalies: [...anomalies.filter((a) => !attend(a, saisie)), ...gardees] };
    dit = apres;
    if (!avant) return dire('information', bilan(examen.compte));
    const change = nouveautes(avant, apres);
    const texte = direNouveautes(change, avant, apres);
    if (texte === '') return;
    const { feuille, ligne = null, colonne } = change.apparues[0]?.anomalies[0] ?? {};
    const lieu = feuille !== undefined && ligne !== null && { feuille, ligne, colonne: colonne ?? 1 };
    const annonce = annoncer('information', `${texte} ${bilan(examen.compte)}`);
    emettre({ type: 'annonce', annonce: { ...annonce, ...(lieu && { lieu }) } });
  }

  /** L'agent est ailleurs ; ce qui attendait qu'il quitte sa ligne se dit, ou se dira au contrôle demandé. */
  function choisir(cellule: Cellule): void {
    const { saisie } = etat();
    emettre({ type: 'selection', cellule });
    if (saisie !== null && etat().saisie === null && !etat().perime) direFrappe();
  }

  const memoire = creerMemoire();
  let lu: ClasseurLu | null = null;
  let changements: Changement[] = [];
  /** Ce que disaient les formules de Clas quand on a cessé de les attendre. */
  let conclu: ReadonlySet<string> = new Set();
  /** Relectures déjà faites sans conclure, et le délai avant la prochaine (ms) ; aucun : rien n'est en suspens. */
  let attentes = 0;
  let prochaine: number | undefined;

  async function regarder(lire: () => Promise<ClasseurLu>): Promise<Controle | null> {
    const vus = changements;
    changements = [];
    veille.noter(false);
    try {
      lu = await lire();
    } catch (erreur) {
      // rien n'a été lu : ce qui avait changé reste à voir
      changements = [...vus, ...changements];
      veille.noter(changements.length > 0);
      throw erreur;
    }
    await respirer();
    const options = { au: aujourdhui(), designations: etat().designations, memoire };
    const situation = await situer(lu, options);
    const occupees = formulesOccupees(lu);
    const constats = situation.type === 'controlee' ? constatsSurFormules(lu, situation.controle.examen) : [];
    const neuf = (doute: string): boolean => !conclu.has(doute);
    prochaine = [...occupees, ...constats].some(neuf) ? ATTENTES_FORMULES[attentes] : undefined;
    attentes = prochaine === undefined ? 0 : attentes + 1;
    if (prochaine === undefined) conclu = new Set([...occupees, ...constats]);
    // un constat qui vient d'une formule, dont la réponse n'est peut-être pas arrivée : le contrôle d'avant reste
    const retenu = prochaine !== undefined && constats.some(neuf) && controleDe(etat()) !== null;
    const formules = formulesEnErreur(lu, prochaine === undefined);
    if (!retenu) emettre({ type: 'lu', situation, formules, calculManuel: lu.calculManuel === true });
    if (retenu || changements.length > 0) emettre({ type: 'change' });
    return controleDe(etat());
  }

  /** Relit tout. */
  const relire = (): Promise<Controle | null> => regarder(() => port.lire());

  /** Relit tout, en laissant aux formules de Clas le temps de répondre. */
  async function relirePosement(): Promise<Controle | null> {
    let controle = await relire();
    while (prochaine !== undefined) {
      const delai = prochaine;
      await new Promise((reprendre) => setTimeout(reprendre, delai));
      controle = await relire();
    }
    return controle;
  }

  /** Relit ce que l'agent vient de changer. */
  function suivre(): Promise<Controle | null> {
    const [avant, vus] = [lu, changements];
    return avant === null || vus.length > SUIVIS_MAX ? relire() : regarder(() => port.relire(avant, vus));
  }

  const veille = creerVeille({
    port,
    attente,
    surChange: (changement) => {
      changements.push(changement);
      emettre({ type: 'change', changement });
    },
    recontroler: async () => {
      if (etat().tache !== null) return false;
      const avant = controleDe(etat())?.examen;
      await suivre();
      const apres = controleDe(etat())?.examen;
      if (apres !== avant) direFrappe();
      if (prochaine !== undefined) veille.rappeler(prochaine);
      return true;
    },
  });

  /** L'agent a demandé d'arrêter le travail en cours. */
  let arret = false;

  /** Dit où en est un long travail, et laisse l'écran se peindre ; faux : l'agent l'arrête. */
  async function avancer(tache: string): Promise<boolean> {
    emettre({ type: 'avance', tache: typographier(tache) });
    await respirer();
    return !arret;
  }

  /** Fait un geste ; `travail` rend ce qu'il faut en dire. */
  async function faire(tache: string, travail: () => Promise<Fait | null>): Promise<boolean> {
    if (etat().tache !== null) return false;
    arret = false;
    emettre({ type: 'debut', tache });
    let echec: string | null = null;
    let fait: Fait | null = null;
    try {
      await veille.repos();
      fait = await travail();
    } catch (erreur) {
      echec = phraseEchec(erreur);
    }
    toutDit();
    if (echec !== null) emettre({ type: 'fin', annonce: annoncer('echec', echec) });
    else emettre({ type: 'fin', annonce: fait === null ? null : annoncer('succes', fait) });
    // une frappe pendant le geste, une formule qui n'a pas encore répondu
    if (prochaine === undefined) veille.poursuivre();
    else veille.rappeler(prochaine);
    return echec === null;
  }

  /** Attend que le geste en cours finisse. */
  const libre = (): Promise<void> =>
    new Promise((suite) => {
      const regarder = (): void => {
        if (etat().tache !== null) return;
        cesser();
        suite();
      };
      const cesser = sabonner(regarder);
      regarder();
    });

  /** Relit avant d'écrire quoi que ce soit : ce qui part est ce que contient le classeur. */
  async function relirePourEcrire(): Promise<Controle> {
    const controle = await relirePosement();
    if (controle === null) throw new ErreurClasseur(sansDonnee(etat().situation));
    return controle;
  }

  /** Rien d'officiel d'un classeur bloqué : la phrase est celle de toutes les portes. */
  async function exiger(
    objet: Officiel,
    eclairer: (examen: Examen) => Examen = (examen) => examen,
  ): Promise<Controle> {
    const controle = await relirePourEcrire();
    const examen = eclairer(controle.examen);
    const refus = refusOfficiel(examen, objet);
    if (refus === null) return { ...controle, examen };
    throw new ErreurClasseur(refus);
  }

  return {
    port,
    aujourdhui,
    etat,
    /** Le classeur de la dernière lecture. */
    classeur: (): ClasseurLu => {
      if (lu === null) throw new ErreurClasseur(sansDonnee(etat().situation));
      return lu;
    },
    sabonner,
    emettre,
    choisir,
    dire,
    faire,
    libre,
    avancer,
    arreter: (): void => {
      arret = true;
    },
    relire,
    relirePourEcrire,
    relirePosement,
    exiger,
    veille,
  };
}
