/** Clôturer : l'arrêté des comptes de N (charges à payer, engagements, contrepassations), la liquidation, la remontée. */
import { useMemo } from 'react';
import { AvisProtegee } from '../elements/Avis';
import { Bouton } from '../elements/Bouton';
import { Montants } from '../elements/Montants';
import { useEtat, useSession } from '../contexte';
import { controleDe } from '../etat';
import { entier, pluriel, sansDonnee } from '../phrases';
import type { Examen } from '../../dossier/examiner';
import { creerCloture, type Cloture as Arrete } from '../../dossier/restitution/arrete/arrete';
import { euros } from '../../reglement/explication';
import { somme, type Decimal } from '../../valeurs/montant';
import { montantOu } from '../totaux';
import { Bloquants } from './Bloquants';
import { Remontee } from './Remontee';
import { SuitesDossier } from './SuitesDossier';

export function Cloturer() {
  const etat = useEtat();
  const controle = controleDe(etat);
  if (!controle) return <p>{sansDonnee(etat.situation)}</p>;
  return (
    <>
      <Bloquants examen={controle.examen} quoi="Ni les écritures ni la remontée ne sont faites" />
      <ArreteDesComptes examen={controle.examen} />
      <Liquidation examen={controle.examen} />
      <Remontee controle={controle} />
    </>
  );
}

function ArreteDesComptes({ examen }: { readonly examen: Examen }) {
  const session = useSession();
  const cloture = useMemo(() => creerCloture(examen), [examen]);
  const { annee, totaux, enveloppes, projets } = cloture;
  const agrees = examen.calculs.filter((c) => c.agree).length;
  // aucune Ps connue : les sommes de rien ne sont pas des zéros
  const dire = (montant: Decimal): string =>
    montantOu(agrees > 0 && projets.length === 0 ? null : montant, 'non calculé');
  return (
    <section>
      <h2>Arrêté des comptes {annee}</h2>
      <p>
        {pluriel(agrees, 'projet agréé', 'projets agréés')}, dont {entier(projets.length)} avec une Ps
        prévisionnelle.
      </p>
      <Montants
        lignes={[
          [`Charges à payer ${annee} (mois 13)`, dire(totaux.chargeAPayer)],
          [`Engagements ${annee + 1} (mois 13)`, dire(totaux.engagement)],
          [`Contrepassation (mois 12 de ${annee + 1})`, dire(totaux.engagement)],
          ['Trop versé à récupérer', dire(somme(projets.map((p) => p.tropVerse)))],
          ...Object.entries(enveloppes).map(
            ([civile, montant]) => [`Enveloppe ${civile} (part brute)`, dire(montant)] as const,
          ),
        ]}
      />
      <Ecritures cloture={cloture} />
      <Bouton aspect="primary" indisponible={!examen.valide} surClic={session.ecrireEcritures}>
        Écrire la feuille Écritures
      </Bouton>
      <AvisProtegee />
    </section>
  );
}

interface LigneCompte {
  readonly cle: string;
  readonly libelle: string;
  readonly debit: Decimal;
  readonly credit: Decimal;
}

/** Les écritures, additionnées par mois et par compte : l'agent compare à sa balance. */
function parCompte({ ecritures }: Arrete): readonly LigneCompte[] {
  const lignes = new Map<string, LigneCompte>();
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

function Ecritures({ cloture }: { readonly cloture: Arrete }) {
  const lignes = parCompte(cloture);
  if (lignes.length === 0) return <p>Aucune écriture.</p>;
  return (
    // à 200 % de zoom, le tableau défile seul, au clavier aussi
    <div className="defile" role="region" aria-label="Écritures par compte" tabIndex={0}>
      <table>
        <caption>Écritures par compte</caption>
        <thead>
          <tr>
            <th scope="col">Compte</th>
            <th scope="col">Débit</th>
            <th scope="col">Crédit</th>
          </tr>
        </thead>
        <tbody>
          {lignes.map(({ cle, libelle, debit, credit }) => (
            <tr key={cle}>
              <th scope="row">
                {cle}
                <span className="aide">{libelle}</span>
              </th>
              <td>{debit.isZero() ? '' : euros(debit)}</td>
              <td>{credit.isZero() ? '' : euros(credit)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td>{euros(cloture.totaux.debit)}</td>
            <td>{euros(cloture.totaux.credit)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Liquidation({ examen }: { readonly examen: Examen }) {
  const { totaux: t, calculs } = examen;
  const agrees = calculs.filter((c) => c.agree);
  const liquides = agrees.filter((c) => c.montants.soldePs.montant !== null);
  const dire = (montant: Decimal | null): string => montantOu(montant, 'à compléter');
  return (
    <section>
      <h2>Liquidation</h2>
      <p>
        {pluriel(liquides.length, 'compte de résultat reçu', 'comptes de résultat reçus')} sur{' '}
        {pluriel(agrees.length, 'projet agréé', 'projets agréés')}.
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
      <SuitesDossier examen={examen} calculs={agrees} />
    </section>
  );
}
