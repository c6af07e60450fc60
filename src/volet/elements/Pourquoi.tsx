/** Un montant et « Pourquoi ce montant ? » : ses étapes, leur formule, en mots puis en chiffres, leur source, leurs cellules. */
import type { ReactNode } from 'react';
import { typographier } from '../../dossier/affichage/typographie';
import type { Lieu } from '../../dossier/anomalies/anomalie';
import type { Manque, Montant } from '../../dossier/calcul/connu';
import { direManque, suiteDesCauses } from '../../dossier/calcul/manque';
import { euros, formuleChiffree, formuleEnMots, type Etape, type Origine } from '../../reglement/explication';
import { Depliant } from './Depliant';
import { LienCellule } from './LienCellule';
import { Source } from './Terme';

/** Où se trouvent, dans le classeur, une entrée d'une explication et ce qui manque à un montant. */
export interface Lieux {
  readonly origine: (origine: Origine) => Lieu | null;
  readonly manque: (manque: Manque) => Lieu | null;
}

interface Props {
  readonly cle: string;
  readonly intitule: string;
  readonly montant: Montant;
  readonly lieux: Lieux;
  /** Une image du montant, à côté de lui. */
  readonly image?: ReactNode;
}

/** Les cellules d'une étape, chacune une fois. */
const cellulesDe = ({ origines = {} }: Etape, lieux: Lieux): readonly Lieu[] => {
  const vues = Object.values(origines).flatMap((o) => lieux.origine(o) ?? []);
  return [...new Map(vues.map((lieu) => [`${lieu.ligne} ${lieu.colonne}`, lieu])).values()];
};

const UneEtape = ({ etape, lieux }: { readonly etape: Etape; readonly lieux: Lieux }) => (
  <li>
    <strong>{typographier(etape.etape)}</strong>
    <p>{typographier(formuleEnMots(etape))}</p>
    <p>
      {typographier(formuleChiffree(etape))} = <b>{euros(etape.montant)}</b>
    </p>
    <p className="aide">
      <Source source={etape.source} />
      {cellulesDe(etape, lieux).map((lieu) => (
        <span key={`${lieu.feuille} ${lieu.ligne} ${lieu.colonne}`}>
          {' · '}
          <LienCellule lieu={lieu} />
        </span>
      ))}
    </p>
  </li>
);

const UnManque = ({ manque, lieux }: { readonly manque: Manque; readonly lieux: Lieux }) => {
  const lieu = lieux.manque(manque);
  return (
    <li>
      {typographier(direManque(manque))}
      {lieu && (
        <>
          {' · '}
          <LienCellule lieu={lieu} />
        </>
      )}
    </li>
  );
};

/** Se place dans un `Accordion` de Fluent. */
export const Pourquoi = ({ cle, intitule, montant, lieux, image }: Props) => (
  <Depliant
    cle={cle}
    titre={
      <>
        <span className="rang montant">
          <span>{typographier(intitule)}</span>
          {image}
          {montant.montant === null ? (
            <i className="fin">inconnu</i>
          ) : (
            <b className="fin">{euros(montant.montant)}</b>
          )}
        </span>
        <span className="cache"> Pourquoi ce montant&nbsp;?</span>
      </>
    }
  >
    {montant.montant !== null ? (
      <ol className="pile etapes">
        {montant.etapes.map((etape, i) => (
          <UneEtape key={i} etape={etape} lieux={lieux} />
        ))}
      </ol>
    ) : (
      <ul className="pile">
        {montant.manque.map((m) => (
          <UnManque key={direManque(m)} manque={m} lieux={lieux} />
        ))}
        {suiteDesCauses(montant) && <li>{suiteDesCauses(montant)}</li>}
      </ul>
    )}
  </Depliant>
);
