/** Payer : ce qui peut se payer ou doit se recouvrer aujourd'hui, par dossier, et pourquoi le reste attend. */
import { grouperPar } from '../../valeurs/grouper';
import { Checkbox, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { Section } from '../elements/Section';
import { Bouton } from '../elements/Bouton';
import { ChampTexte } from '../elements/champs';
import { Copie } from '../elements/Copie';
import { Parts } from '../elements/Parts';
import { Suite } from '../elements/Suite';
import { useEtat, useSession } from '../contexte';
import { unParObjet } from '../../valeurs/unParObjet';
import { controleDe } from '../etat';
import { pluriel } from '../../dossier/affichage/pluriel';
import { sansDonnee } from '../phrases';
import { enTexte } from '../texte';
import { typographier } from '../../dossier/affichage/typographie';
import { estInconnu } from '../../dossier/calcul/connu';
import { direManque } from '../../dossier/calcul/manque';
import { COLONNES_VERSEMENTS } from '../../dossier/colonnes/versements';
import type { Examen } from '../../dossier/examiner';
import { lireCellule } from '../../dossier/lecture/cellule';
import { avancementDe, type Avancement } from '../../dossier/restitution/sorties/avancement';
import { acomptesAPorter, journalDe } from '../../dossier/restitution/sorties/inscrire';
import {
  clePaiement,
  paiementsDe,
  type Paiement,
  type Paiements,
} from '../../dossier/restitution/sorties/paiements';
import { BLOQUE } from '../../dossier/restitution/sorties/empechements';
import { tableauPaiements } from '../../dossier/restitution/sorties/planPaiements';
import { euros } from '../../reglement/explication';
import { estUnPaiement } from '../../reglement/journal';
import { dateFrancaise } from '../../valeurs/date';
import { somme } from '../../valeurs/montant';
import { Courriers, Documents } from './Documents';
import { FichiersPrets } from './FichierPret';

export function Payer() {
  const etat = useEtat();
  const controle = controleDe(etat);
  return controle ? <Aujourdhui examen={controle.examen} /> : <p>{sansDonnee(etat.situation)}</p>;
}

const faitsDe = unParObjet((examen: Examen) => {
  const paiements = paiementsDe(examen);
  return { paiements, avancement: avancementDe(examen, paiements) };
});

function Aujourdhui({ examen }: { readonly examen: Examen }) {
  const faits = faitsDe(examen);
  const { paiements, enAttente } = faits.paiements;
  const aPayer = paiements.filter(({ nature }) => estUnPaiement(nature));
  const aRecouvrer = paiements.filter(({ nature }) => !estUnPaiement(nature));
  const aPorter = acomptesAPorter(examen);
  return (
    <>
      <Total {...faits} totaux={examen.totaux} />
      <FichiersPrets />
      <Reprendre journal={journalDe(examen)} />
      {aPorter.length > 0 && <APorter examen={examen} acomptes={aPorter} />}
      {aPayer.length > 0 && <Liste titre="À payer" paiements={aPayer} coches aPorter={aPorter.length > 0} />}
      {aRecouvrer.length > 0 && (
        <Liste titre="À recouvrer" paiements={aRecouvrer} coches={false} aPorter={aPorter.length > 0} />
      )}
      <EnAttente enAttente={enAttente} />
      <Courriers />
    </>
  );
}

/** La dernière écriture au journal s'annule, même quand tout est payé ; une correction faite dans Vérifier, non. */
function Reprendre({ journal }: { readonly journal: string | undefined }) {
  const session = useSession();
  const [derniere] = useEtat().annulations;
  return (
    derniere?.every(({ feuille }) => feuille === journal) === true && (
      <Bouton surClic={session.annuler}>Annuler la dernière écriture</Bouton>
    )
  );
}

/** « 12 acomptes 2021, 3 soldes 2022 » */
function decompte(paiements: readonly Paiement[]): string {
  const nombres = new Map<string, number>();
  for (const { nature, gestion } of paiements) {
    const cle = `${nature} ${gestion}`;
    nombres.set(cle, (nombres.get(cle) ?? 0) + 1);
  }
  return [...nombres].map(([quoi, n]) => `${n}\u00a0× ${quoi}`).join(', ');
}

interface Faits {
  readonly paiements: Paiements;
  readonly avancement: Avancement;
}

function Total({
  paiements: { au, paiements },
  avancement: a,
  totaux,
}: Faits & { readonly totaux: Examen['totaux'] }) {
  const payes = decompte(paiements.filter((p) => estUnPaiement(p.nature)));
  const inconnu = [totaux.versePs, totaux.verseBonus].find(estInconnu)?.manque[0];
  return (
    <Section
      titre={
        <>
          Payable au {dateFrancaise(au)}&nbsp;: {euros(a.payable)}
        </>
      }
    >
      {payes !== '' && <p className="aide">{payes}</p>}
      {paiements.length === 0 && <p className="aide">Rien à payer ni à recouvrer aujourd’hui.</p>}
      {a.verse === null ? (
        <p>Versé inconnu{inconnu && ` (${typographier(direManque(inconnu))})`}, voir Vérifier.</p>
      ) : (
        <Parts
          parts={[
            ['versé', a.verse, 'plein'],
            ['payable', a.payable, 'clair'],
            ['en attente', a.enAttente, 'vide'],
          ]}
        />
      )}
      {a.aRecouvrer.gt(0) && (
        <p>
          À recouvrer&nbsp;: {euros(a.aRecouvrer)}{' '}
          <span className="aide">{decompte(paiements.filter((p) => !estUnPaiement(p.nature)))}</span>
        </p>
      )}
      {a.inconnus.length > 0 && (
        <details>
          <summary>
            {pluriel(a.inconnus.length, 'dossier au montant inconnu', 'dossiers au montant inconnu')}, hors de
            ces totaux
          </summary>
          <Suite
            elements={a.inconnus}
            cle={({ dossier }) => dossier}
            rendre={({ dossier, manque }) => (
              <p>
                <strong>{dossier}</strong>&nbsp;: {typographier(manque.map(direManque).join(' ; '))}
              </p>
            )}
          />
        </details>
      )}
      <Documents />
    </Section>
  );
}

interface PropsAPorter {
  readonly examen: Examen;
  readonly acomptes: ReturnType<typeof acomptesAPorter>;
}

/** Une date saisie, lue comme le serait la cellule du journal ; `null` : elle ne se lit pas, ou n'est pas encore venue. */
function lireDate(saisie: string, au: string): string | null {
  const lieu = { feuille: '', ligne: null, colonne: null, champ: 'date', valeur: saisie };
  const { valeur } = lireCellule(saisie, COLONNES_VERSEMENTS.date, { lieu, dates1904: false });
  return typeof valeur === 'string' && valeur <= au ? valeur : null;
}

/** Les acomptes d'une colonne de Projets, sans date : tant qu'ils y sont, rien ne s'inscrit au journal. */
function APorter({ examen: { au }, acomptes }: PropsAPorter) {
  const session = useSession();
  const [saisies, saisir] = useState<Readonly<Record<number, string>>>({});
  const gestions = [...new Set(acomptes.map(({ gestion }) => gestion))].sort();
  const total = (gestion: number): string =>
    euros(somme(acomptes.flatMap((a) => (a.gestion === gestion ? [a.montant] : []))));
  const lues = gestions.map((gestion) => [gestion, lireDate(saisies[gestion] ?? '', au)] as const);
  const dates = new Map(lues.flatMap(([gestion, date]) => (date === null ? [] : [[gestion, date]])));
  return (
    <Section titre="Acomptes déjà versés">
      <p>
        Ils sont dans la feuille des projets, sans date. Les porter au journal (feuille
        «&nbsp;Versements&nbsp;») pour y inscrire la suite&nbsp;; la feuille des projets ne change pas, et ils
        ne comptent qu’une fois.
      </p>
      {lues.map(([gestion, date]) => (
        <ChampTexte
          key={gestion}
          intitule={`Versés le, gestion ${gestion} (${total(gestion)})`}
          aide="La date se change ensuite, ligne par ligne."
          placeholder="jj/mm/aaaa"
          valeur={saisies[gestion] ?? ''}
          erreur={
            date === null && (saisies[gestion] ?? '') !== ''
              ? `Saisir une date, au plus le ${dateFrancaise(au)}.`
              : undefined
          }
          surSaisie={(valeur) => saisir({ ...saisies, [gestion]: valeur })}
        />
      ))}
      <Bouton
        aspect="primary"
        empeche={dates.size < gestions.length && 'Dire quand ils ont été versés.'}
        surClic={() => session.porterAcomptes(dates)}
      >
        Porter {pluriel(acomptes.length, 'acompte')} au journal
      </Bouton>
    </Section>
  );
}

const cleVersement = ({ dossier, nature, gestion }: Paiement): string => `${dossier} ${nature} ${gestion}`;

/** Les versements que deux comptes se partagent : chaque part dit le sien. */
function partagesDe(paiements: readonly Paiement[]): ReadonlySet<string> {
  const cles = paiements.map(cleVersement);
  return new Set(cles.filter((cle, i) => cles.indexOf(cle) !== i));
}

/** Le montant sur la première ligne de son dossier ; à 200 % de zoom, dessous. */
const useStyles = makeStyles({
  ligne: { display: 'flex', flexWrap: 'wrap', columnGap: '8px' },
  choix: { flex: '1 1 130px', minWidth: 0 },
  // la marge intérieure de la case, moins ce que sa ligne a de plus haut que sa coche
  montant: { paddingTop: '6px' },
});

interface PropsListe {
  /** Des acomptes attendent d'y être portés : rien d'autre ne s'y inscrit avant. */
  readonly aPorter: boolean;
  readonly titre: string;
  readonly paiements: readonly Paiement[];
  /** Cochés d'avance : ce qui se paie ; un recouvrement s'inscrit quand l'argent est revenu. */
  readonly coches: boolean;
}

function Liste({ titre, paiements, coches, aPorter }: PropsListe) {
  const session = useSession();
  const styles = useStyles();
  const [changes, changer] = useState<ReadonlySet<string>>(new Set());
  const coche = (p: Paiement): boolean => changes.has(clePaiement(p)) !== coches;
  const choisis = paiements.filter(coche);
  const basculer = (p: Paiement): void => {
    const suite = new Set(changes);
    if (!suite.delete(clePaiement(p))) suite.add(clePaiement(p));
    changer(suite);
  };
  const toutMettre = (voulu: boolean): void =>
    changer(new Set(voulu === coches ? [] : paiements.map(clePaiement)));
  const tout = choisis.length === paiements.length ? true : choisis.length > 0 ? 'mixed' : false;
  const quoi = coches ? 'versement' : 'recouvrement';
  const partages = partagesDe(paiements);
  return (
    <Section titre={titre}>
      {!coches && <p className="aide">Cocher ce qui a été recouvré, puis l’inscrire au journal.</p>}
      <Checkbox
        label={`${pluriel(choisis.length, `${quoi} choisi`, `${quoi}s choisis`)}, ${euros(somme(choisis.map((p) => p.montant)))}`}
        checked={tout}
        onChange={() => toutMettre(tout !== true)}
      />
      <div className="rang">
        <Bouton
          aspect="primary"
          empeche={
            aPorter
              ? 'Porter d’abord au journal les acomptes déjà versés.'
              : choisis.length === 0 && `Cocher au moins un ${quoi}.`
          }
          surClic={() => session.inscrireVersements(choisis)}
        >
          Écrire {pluriel(choisis.length, quoi)}
        </Bouton>
        <Copie
          bouton="Copier"
          quoi={`Liste « ${titre} »`}
          empeche={choisis.length === 0 && `Cocher au moins un ${quoi}.`}
          texte={() => enTexte(tableauPaiements(choisis))}
        />
      </div>
      <Suite
        elements={paiements}
        cle={clePaiement}
        rendre={(p) => (
          <div className={styles.ligne}>
            <Checkbox
              className={styles.choix}
              label={
                <>
                  <strong>{p.dossier}</strong> {p.gestionnaire}
                  <span className="aide">
                    {p.nature} {p.gestion}
                    {partages.has(cleVersement(p)) && `, compte ${p.compte}`} · {typographier(p.motif)}
                  </span>
                </>
              }
              checked={coche(p)}
              onChange={() => basculer(p)}
            />
            <b className={mergeClasses('fin', styles.montant)}>{euros(p.montant)}</b>
          </div>
        )}
      />
    </Section>
  );
}

/** Ce que les dossiers attendent, raison par raison. */
function EnAttente({ enAttente }: Pick<Paiements, 'enAttente'>) {
  // une anomalie par dossier : ils se disent ensemble, chacun avec sa cellule
  const parMotif = grouperPar(enAttente, ({ motif, ou }) => (ou === undefined ? motif : BLOQUE));
  if (parMotif.size === 0) return null;
  return (
    <Section titre="Rien à payer encore">
      {[...parMotif].map(([motif, dossiers]) => (
        <details key={motif}>
          <summary>
            {typographier(motif)}&nbsp;: {pluriel(dossiers.length, 'dossier')}
          </summary>
          <p>
            {dossiers.map(({ dossier, ou }) => (ou === undefined ? dossier : `${dossier} ${ou}`)).join(', ')}
          </p>
        </details>
      ))}
    </Section>
  );
}
