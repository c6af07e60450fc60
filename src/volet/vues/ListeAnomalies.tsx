/** Chaque anomalie : le fait et quoi faire, où, d'après quoi, et la correction proposée s'il y en a une. */
import { Bouton } from '../elements/Bouton';
import { Signe } from '../elements/Signe';
import { Suite } from '../elements/Suite';
import { useSession } from '../contexte';
import { GRAVITES } from '../phrases';
import { correctionSituee } from '../../dossier/anomalies/correction';
import type { Proprietaire } from '../../dossier/restitution/proprietaire';
import { phraseDe, adresse, type Anomalie } from '../../dossier/anomalies/anomalie';

interface Props {
  readonly anomalies: readonly Anomalie[];
  readonly proprietaire: (anomalie: Anomalie) => Proprietaire | null;
}

const cle = (a: Anomalie): string => `${a.code} ${a.feuille} ${a.ligne} ${a.colonne} ${phraseDe(a)}`;
const capitale = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1);

const titre = (a: Anomalie, avant: Anomalie | undefined) =>
  a.gravite === avant?.gravite && a.feuille === avant.feuille ? null : (
    <h3>
      <Signe de={a.gravite} />
      {capitale(GRAVITES[a.gravite].plusieurs)} — {a.feuille}
    </h3>
  );

export const ListeAnomalies = ({ anomalies, proprietaire }: Props) => (
  <Suite
    elements={anomalies}
    cle={cle}
    titre={titre}
    rendre={(a) => <Fiche anomalie={a} aQui={proprietaire(a)} />}
  />
);

interface PropsFiche {
  readonly anomalie: Anomalie;
  readonly aQui: Proprietaire | null;
}

function Fiche({ anomalie: a, aQui }: PropsFiche) {
  const session = useSession();
  const { feuille, ligne, colonne, correction } = a;
  const aEcrire = correctionSituee(a);
  const ou = adresse(a) ?? feuille;
  // le titre du groupe dit déjà la feuille ; sans sa colonne, la ligne seule
  const cellule = adresse({ feuille: '', ligne, colonne })?.replace(/^.*!/, '');
  const endroit = colonne === null && ligne !== null ? `ligne ${ligne}` : cellule;
  return (
    <div className={`fiche ${a.gravite}`}>
      <p>
        {endroit !== undefined && <strong>{endroit} </strong>}
        <span className="cache">{capitale(GRAVITES[a.gravite].un)} : </span>
        {phraseDe(a)}
      </p>
      {aQui && (
        <p className="aide">
          {aQui.dossier}
          {aQui.gestionnaire !== null && ` — ${aQui.gestionnaire}`}
        </p>
      )}
      {correction && (
        <p>
          Correction proposée&nbsp;: <b>{correction.texte}</b>
        </p>
      )}
      <div className="gestes">
        <span className="aide">
          {a.reference} · {a.source}
        </span>
        {correction && aEcrire && (
          <Bouton
            petit
            surClic={() => session.corriger([aEcrire])}
            etiquette={`Corriger ${ou} : ${correction.texte}`}
          >
            Corriger
          </Bouton>
        )}
        <Bouton
          petit
          surClic={() => session.allerA({ feuille, ligne: ligne ?? 1, colonne: colonne ?? 1 })}
          etiquette={`Aller à la cellule ${ou}`}
        >
          Aller à la cellule
        </Bouton>
      </div>
    </div>
  );
}
