/** Clôturer, dans l'ordre de janvier : l'arrêté des comptes de N, la liquidation, la remontée, l'année suivante. */
import {
  Body1Strong,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { Section } from '../elements/Section';
import { AvisProtegee } from '../elements/Avis';
import { Bouton } from '../elements/Bouton';
import { Montants } from '../elements/Montants';
import { Signe } from '../elements/Signe';
import { Suite } from '../elements/Suite';
import { FIN, Tableau } from '../elements/Tableau';
import { Terme } from '../elements/Terme';
import { useControle, useEtat, useSession } from '../contexte';
import { unParObjet } from '../../valeurs/unParObjet';
import { controleDe } from '../etat';
import { entier, pluriel } from '../../dossier/affichage/pluriel';
import { pourquoiBloque, sansDonnee } from '../phrases';
import type { Examen } from '../../dossier/examiner';
import { creerCloture, type Cloture } from '../../dossier/restitution/arrete/arrete';
import { balanceDe, ecartsDepuis, type LigneBalance } from '../../dossier/restitution/arrete/balance';
import { anneeScolaire } from '../../reglement/annee';
import { euros } from '../../reglement/explication';
import { dateFrancaise } from '../../valeurs/date';
import { somme, type Decimal } from '../../valeurs/montant';
import { montantOu } from '../totaux';
import { Bloquants } from './Bloquants';
import { Comparer } from './Comparer';
import { FichiersPrets } from './FichierPret';
import { Remontee } from './Remontee';
import { SuitesDossier } from './SuitesDossier';

const clotureDe = unParObjet(creerCloture);
const ecartsDe = unParObjet(ecartsDepuis);

export function Cloturer() {
  const etat = useEtat();
  const controle = controleDe(etat);
  const cloture = controle && clotureDe(controle.examen);
  if (!controle || !cloture) return <p>{sansDonnee(etat.situation)}</p>;
  const { examen } = controle;
  return (
    <>
      <Bloquants examen={examen} quoi="Ni les écritures ni la remontée ne sont faites" />
      <FichiersPrets />
      <ArreteDesComptes examen={examen} cloture={cloture} />
      <Liquidation examen={examen} cloture={cloture} />
      <Remontee controle={controle} />
      <AnneeSuivante annee={cloture.annee} />
      <Comparer examen={examen} />
    </>
  );
}

interface Props {
  readonly examen: Examen;
  readonly cloture: Cloture;
}

function ArreteDesComptes({ examen, cloture }: Props) {
  const session = useSession();
  const { annee, totaux, enveloppes, projets, passees } = cloture;
  const agrees = examen.calculs.filter((c) => c.agree).length;
  const empeche = pourquoiBloque(examen);
  // aucune Ps connue : les sommes de rien ne sont pas des zéros
  const dire = (montant: Decimal): string =>
    montantOu(agrees > 0 && projets.length === 0 && !passees ? null : montant, 'non calculé');
  return (
    <Section titre={<>Arrêté des comptes {annee}</>}>
      <Balance lignes={balanceDe(cloture)} inconnues={agrees > 0 && projets.length === 0} />
      <p>
        {pluriel(agrees, 'projet agréé', 'projets agréés')}
        {projets.length < agrees && `, dont ${entier(projets.length)} aux écritures calculées`}.
      </p>
      <Montants
        lignes={[
          [`Charges à payer ${annee}${passees ? ', passées' : ' (mois 13)'}`, dire(totaux.chargeAPayer)],
          [`Engagements ${annee + 1}${passees ? ', passés' : ' (mois 13)'}`, dire(totaux.engagement)],
          [
            `Contrepassation (mois 12 de ${annee + 1})`,
            dire(passees ? somme(cloture.ecritures.map((e) => e.debit)) : totaux.engagement),
          ],
          ['Trop versé à recouvrer', dire(somme(projets.map((p) => p.tropVerse)))],
          ...Object.entries(enveloppes).map(
            ([civile, montant]) => [`Enveloppe ${civile} (part brute)`, dire(montant)] as const,
          ),
        ]}
      />
      <Ecritures />
      {passees ? (
        <Depuis />
      ) : (
        <p className="aide">
          Figer copie le mois 13 dans «&nbsp;Écritures passées&nbsp;»&nbsp;: il ne changera plus.
        </p>
      )}
      <div className="rang">
        {!passees && (
          <Bouton aspect="primary" empeche={empeche} surClic={session.figer}>
            Figer l’arrêté
          </Bouton>
        )}
        <Bouton empeche={empeche} surClic={session.ecrireEcritures}>
          Écrire la feuille Écritures
        </Bouton>
        <Bouton empeche={empeche} surClic={session.faireCsv}>
          Écritures et liquidation en CSV
        </Bouton>
      </div>
      <AvisProtegee />
    </Section>
  );
}

interface PropsBalance {
  readonly lignes: readonly LigneBalance[];
  /** Des dossiers sont agréés, et rien ne se calcule d'aucun. */
  readonly inconnues: boolean;
}

/** L'équilibre d'abord : ce que l'agent compare à sa balance. */
function Balance({ lignes, inconnues }: PropsBalance) {
  if (lignes.length === 0)
    return (
      <p>{inconnues ? 'Écritures inconnues\u00a0: voir ce qui bloque.' : 'Aucune écriture à passer.'}</p>
    );
  const juste = lignes.every(({ debit, credit }) => debit.eq(credit));
  return (
    <>
      <p className="rang serre">
        <Signe de={juste ? 'succes' : 'bloquante'} />
        {juste ? 'Équilibré\u00a0: les débits égalent les crédits.' : 'Débits et crédits diffèrent.'}
      </p>
      <DebitCredit
        titre="Balance"
        intitule="Exercice"
        lignes={lignes.map(({ exercice, mois, debit, credit }) => ({
          cle: `${exercice}, mois ${mois}`,
          debit,
          credit,
        }))}
      />
    </>
  );
}

interface LigneTableau {
  readonly cle: string;
  readonly libelle?: string;
  readonly debit: Decimal;
  readonly credit: Decimal;
}

interface PropsTableau {
  readonly titre: string;
  readonly intitule: string;
  readonly lignes: readonly LigneTableau[];
}

const siNonNul = (montant: Decimal): string => (montant.isZero() ? '' : euros(montant));

const DebitCredit = ({ titre, intitule, lignes }: PropsTableau) => (
  <Tableau titre={titre}>
    <TableHeader>
      <TableRow>
        <TableHeaderCell>{intitule}</TableHeaderCell>
        <TableHeaderCell button={FIN}>Débit</TableHeaderCell>
        <TableHeaderCell button={FIN}>Crédit</TableHeaderCell>
      </TableRow>
    </TableHeader>
    <TableBody>
      {lignes.map(({ cle, libelle, debit, credit }) => (
        <TableRow key={cle}>
          <TableHeaderCell scope="row">
            <span>
              {cle}
              {libelle !== undefined && <span className="aide">{libelle}</span>}
            </span>
          </TableHeaderCell>
          <TableCell className="fin">{siNonNul(debit)}</TableCell>
          <TableCell className="fin">{siNonNul(credit)}</TableCell>
        </TableRow>
      ))}
    </TableBody>
  </Tableau>
);

/** Les écritures, additionnées par mois et par compte. */
function parCompte({ ecritures }: Cloture): readonly LigneTableau[] {
  const lignes = new Map<string, LigneTableau>();
  for (const { mois, exercice, compte, libelle, debit, credit } of ecritures) {
    const cle = `${compte} · mois ${mois} de ${exercice}`;
    const avant = lignes.get(cle);
    lignes.set(cle, {
      cle,
      libelle,
      debit: avant ? avant.debit.plus(debit) : debit,
      credit: avant ? avant.credit.plus(credit) : credit,
    });
  }
  return [...lignes.values()];
}

function Ecritures() {
  const lignes = parCompte(clotureDe(useControle().examen));
  if (lignes.length === 0) return null;
  return (
    <details>
      <summary>Écritures par compte</summary>
      <DebitCredit titre="Écritures par compte" intitule="Compte" lignes={lignes} />
    </details>
  );
}

/** L'arrêté est figé : ce qui diffère depuis, dossier par dossier. */
function Depuis() {
  const ecarts = ecartsDe(useControle().examen);
  return (
    <>
      <Body1Strong as="h3">Figé, dans «&nbsp;Écritures passées&nbsp;»</Body1Strong>
      {ecarts.length === 0 ? (
        <p>Rien n’a changé depuis.</p>
      ) : (
        <details>
          <summary>{pluriel(ecarts.length, 'montant a changé', 'montants ont changé')} depuis</summary>
          <Suite
            elements={ecarts}
            cle={({ dossier, quoi }) => `${dossier} ${quoi}`}
            rendre={({ dossier, quoi, passe, calcule }) => (
              <p>
                <strong>{dossier}</strong>, {quoi}&nbsp;: {euros(passe)} passés,{' '}
                {calcule === null ? 'inconnu' : euros(calcule)} aujourd’hui
              </p>
            )}
          />
        </details>
      )}
    </>
  );
}

function Liquidation({ examen, cloture: { liquidations } }: Props) {
  const { totaux: t, calculs } = examen;
  const agrees = calculs.filter((c) => c.agree);
  const recus = agrees.filter((c) => c.projet.coutReel !== null);
  const liquides = agrees.filter((c) => c.montants.soldePs.montant !== null);
  const dire = (montant: Decimal | null): string => montantOu(montant, 'à compléter');
  const comptes = [...new Set(liquidations.map((l) => l.compte))].sort();
  return (
    <Section titre={<Terme texte="Liquidation" />}>
      <p>
        {pluriel(recus.length, 'compte de résultat reçu', 'comptes de résultat reçus')} sur{' '}
        {pluriel(agrees.length, 'projet agréé', 'projets agréés')}
        {liquides.length < recus.length &&
          `, ${pluriel(liquides.length, 'dossier liquidé', 'dossiers liquidés')}`}
        .
      </p>
      <Montants
        lignes={[
          ['Ps réelle', dire(t.psReelle.montant)],
          ['Solde N', dire(t.soldeN.montant)],
          ['Solde N+1', dire(t.soldeN1.montant)],
          ['Bonus', dire(t.bonus.montant)],
          ['À payer', dire(t.aPayer.montant)],
          ['Indus', dire(t.indu.montant)],
        ]}
      />
      {comptes.length > 0 && (
        <>
          <Body1Strong as="h3">Versé, par compte</Body1Strong>
          <Montants
            lignes={comptes.map((compte) => [
              compte ?? 'Sans date',
              euros(somme(liquidations.filter((l) => l.compte === compte).map((l) => l.montant))),
            ])}
          />
          <details>
            <summary>État de liquidation&nbsp;: {pluriel(liquidations.length, 'ligne')}</summary>
            <Suite
              elements={liquidations.map((l, i) => ({ ...l, rang: i }))}
              cle={({ rang }) => String(rang)}
              rendre={(l) => (
                <p>
                  <strong>{l.dossier}</strong>, {l.nature} {l.gestion},{' '}
                  {l.date === null ? 'sans date' : dateFrancaise(l.date)}&nbsp;: {euros(l.montant)}{' '}
                  <span className="aide">{l.compte ?? 'date à saisir'}</span>
                </p>
              )}
            />
          </details>
        </>
      )}
      <SuitesDossier />
    </Section>
  );
}

function AnneeSuivante({ annee }: { readonly annee: number }) {
  const session = useSession();
  return (
    <Section titre={<>Année {anneeScolaire(annee + 1)}</>}>
      <p>
        Un classeur neuf, avec les projets agréés, les bonus versés d’après le journal et ce qui reste à
        liquider. Celui-ci ne change pas.
      </p>
      <Bouton surClic={session.ouvrirSuivant}>Ouvrir l’année suivante</Bouton>
    </Section>
  );
}
