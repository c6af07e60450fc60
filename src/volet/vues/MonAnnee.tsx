/** Mon année : les étapes, leur état, et le bouton de celle qui vient. */
import { Link } from '@fluentui/react-components';
import { Section } from '../elements/Section';
import { Bouton } from '../elements/Bouton';
import { Signe } from '../elements/Signe';
import { useSession } from '../contexte';
import { montantOu } from '../totaux';
import { entier } from '../../dossier/affichage/pluriel';
import type { Session } from '../session';
import type { Examen } from '../../dossier/examiner';
import {
  etapesDeLAnnee,
  attendUnAvis,
  prochaineEtape,
  type CleEtape,
  type EtapeAnnee,
} from '../../dossier/restitution/monAnnee';
import { dateFrancaise } from '../../valeurs/date';

const ETATS = { faite: 'fait', aFaire: 'à faire', aVenir: 'à venir' } as const;

/** Où chaque étape se fait. */
function faire(session: Session, examen: Examen): Readonly<Record<CleEtape, () => unknown>> {
  const { lecture, calculs } = examen;
  const { projets } = lecture;
  const premier = (champ: 'agrement' | 'coutReel', voulu: (c: (typeof calculs)[number]) => boolean) => () => {
    const ligne = calculs.find(voulu)?.projet.ligne ?? 2;
    const { colonne } = projets.lieu(ligne, champ);
    return session.allerA({ feuille: projets.feuille.nom, ligne, colonne: colonne ?? 1 });
  };
  return {
    classeur: () => session.allerA({ feuille: projets.feuille.nom, ligne: 2, colonne: 1 }),
    agrements: premier('agrement', attendUnAvis),
    acomptes: () => session.ouvrir('payer'),
    arrete: () => session.ouvrir('cloturer'),
    remontee: () => session.ouvrir('cloturer'),
    comptes: premier('coutReel', ({ agree, projet }) => agree && projet.coutReel === null),
    soldes: () => session.ouvrir('payer'),
    suivante: () => session.ouvrir('cloturer'),
  };
}

/** « 37 / 40 », « 52 377,00 € », « avant le 31/01/2022 » */
function detail({ compte, montant, debut, fin, etat }: EtapeAnnee): string {
  return [
    compte && `${entier(compte.faits)} / ${entier(compte.total)}`,
    montant !== undefined && montantOu(montant, 'montant inconnu'),
    etat === 'aVenir' && debut !== undefined && `dès le ${dateFrancaise(debut)}`,
    etat === 'aFaire' && fin !== undefined && `avant le ${dateFrancaise(fin)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

export function MonAnnee({ examen }: { readonly examen: Examen }) {
  const session = useSession();
  const etapes = etapesDeLAnnee(examen);
  const prochaine = prochaineEtape(etapes);
  const gestes = faire(session, examen);
  return (
    <Section titre="Mon année">
      <ol className="pile">
        {etapes.map((etape) => (
          <li key={etape.cle} className="rang">
            <span className="rang serre milieu">
              <Signe de={etape.etat} />
              {etape === prochaine ? (
                <strong aria-current="step">{etape.intitule}</strong>
              ) : (
                <Link as="button" inline onClick={() => void gestes[etape.cle]()}>
                  {etape.intitule}
                </Link>
              )}
              <span className="cache">, {ETATS[etape.etat]}</span>
            </span>
            <span className="aide fin">{detail(etape)}</span>
            {etape === prochaine && (
              <Bouton
                petit
                aspect="primary"
                etiquette={`Faire : ${etape.intitule}`}
                surClic={gestes[etape.cle]}
              >
                Faire
              </Bouton>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
