/** « Tout régler… » et « Justifier… » : ce qui va s'écrire, cellule par cellule, avant de l'écrire. */
import { Checkbox, Field, Input } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { Bouton } from '../elements/Bouton';
import { Fenetre } from '../elements/Fenetre';
import { useControle, useSession } from '../contexte';
import type { Controle } from '../etat';
import { PAS, proprietairesDe } from '../liste';
import { pluriel } from '../../dossier/affichage/pluriel';
import { adresse, type Anomalie } from '../../dossier/anomalies/anomalie';
import { correctionSituee, type CorrectionSituee } from '../../dossier/anomalies/correction';
import { lireSaisie } from '../../dossier/lecture/saisie';
import { titreDe, valeurDe, type Cause } from '../../dossier/restitution/causes';
import { blancsReduits, texteDe } from '../../valeurs/texte';
import type { Valeur } from '../../valeurs/valeur';

interface Props {
  readonly cause: Cause;
  readonly bouton: ReactElement;
}

interface Choix {
  readonly anomalie: Anomalie;
  readonly correction: CorrectionSituee;
  readonly texte: string;
}

/** Une cellule ne se corrige qu'une fois, même citée par plusieurs anomalies. */
function parCellule(choix: readonly Choix[]): readonly Choix[] {
  return [...new Map(choix.map((c) => [adresse(c.anomalie) ?? '', c])).values()];
}

/** « 18 000 € → 18 000,00 € » ; ce qui se lirait pareil dit ce qui change : « 30000000000017 (nombre) → … (texte) ». */
function changement({ anomalie, correction, texte }: Choix): string {
  const avant = texteDe(anomalie.valeur) ?? 'vide';
  const genre = (v: Valeur): string => (typeof v === 'string' ? ' (texte)' : ' (nombre)');
  const pareil = avant === blancsReduits(texte);
  return pareil
    ? `${avant}${genre(anomalie.valeur)} → ${texte}${genre(correction.apres)}`
    : `${avant} → ${texte}`;
}

interface Preparee {
  readonly titre: string;
  readonly aSaisir: boolean;
  readonly refus: string | undefined;
  readonly choix: readonly Choix[];
  /** Le dossier de chaque cellule. */
  readonly dossiers: ReadonlyMap<Anomalie, string>;
}

/** Ce qui s'écrirait ; hors de la vue, pour que rien de l'examen n'y reste. */
function preparer(cause: Cause, saisi: string, { examen, dates1904 }: Controle): Preparee {
  const aQui = proprietairesDe(examen);
  const proposees = cause.anomalies.flatMap((anomalie): Choix[] => {
    const correction = correctionSituee(anomalie);
    return correction ? [{ anomalie, correction, texte: anomalie.correction?.texte ?? '' }] : [];
  });
  const aSaisir = proposees.length === 0;
  const lues = (aSaisir ? cause.anomalies : []).map(
    (anomalie) => [anomalie, lireSaisie(saisi, anomalie, examen.lecture, dates1904)] as const,
  );
  const saisies = lues.flatMap(([anomalie, lue]): Choix[] =>
    'correction' in lue ? [{ anomalie, correction: lue.correction, texte: saisi }] : [],
  );
  return {
    titre: titreDe(cause, examen.lecture),
    aSaisir,
    refus: lues.flatMap(([, lue]) => ('refus' in lue ? [lue.refus] : []))[0],
    choix: parCellule(aSaisir ? saisies : proposees),
    dossiers: new Map(cause.anomalies.map((a) => [a, aQui(a)?.dossier ?? ''])),
  };
}

export function Regler({ cause, bouton }: Props) {
  const session = useSession();
  const [saisi, saisir] = useState('');
  const [ecartees, ecarter] = useState<ReadonlySet<string>>(new Set());
  const [montrees, montrer] = useState(PAS);
  const { titre, aSaisir, refus, choix, dossiers } = preparer(cause, saisi, useControle());
  const valeur = valeurDe(cause);
  const qui = (c: Choix): string => [id(c), dossiers.get(c.anomalie)].filter(Boolean).join(' · ');
  const id = ({ anomalie }: Choix): string => adresse(anomalie) ?? '';
  const retenus = choix.filter((c) => !ecartees.has(id(c)));
  const basculer = (c: Choix, garder: boolean): void => {
    const suite = new Set(ecartees);
    if (garder) suite.delete(id(c));
    else suite.add(id(c));
    ecarter(suite);
  };
  return (
    <Fenetre
      bouton={bouton}
      titre={titre}
      faire={`Écrire ${pluriel(retenus.length, 'cellule')}`}
      empeche={
        retenus.length === 0 && (aSaisir ? 'Saisir une valeur qui se lise.' : 'Cocher au moins une cellule.')
      }
      surFaire={() => void session.corriger(retenus.map((c) => c.correction))}
    >
      {aSaisir && (
        <Field
          label={`À écrire dans les ${pluriel(cause.anomalies.length, 'cellule')}`}
          {...(valeur !== null && { hint: `À la place de «\u00a0${valeur}\u00a0».` })}
          {...(saisi !== '' && refus !== undefined && { validationMessage: refus })}
        >
          <Input value={saisi} onChange={(_, { value }) => saisir(value)} />
        </Field>
      )}
      {choix.slice(0, montrees).map((c) => (
        <Checkbox
          key={id(c)}
          checked={!ecartees.has(id(c))}
          onChange={(_, { checked }) => basculer(c, checked === true)}
          label={`${qui(c)}\u00a0: ${changement(c)}`}
        />
      ))}
      {choix.length > montrees && (
        <Bouton petit surClic={() => montrer(montrees + PAS)}>
          {pluriel(choix.length - montrees, 'autre cellule cochée', 'autres cellules cochées')}
        </Bouton>
      )}
    </Fenetre>
  );
}

export function Justifier({ cause, bouton }: Props) {
  const { examen } = useControle();
  const session = useSession();
  const [motif, saisir] = useState('');
  const n = cause.anomalies.length;
  return (
    <Fenetre
      bouton={bouton}
      titre={`Justifier ${pluriel(n, 'alerte')}`}
      faire="Justifier"
      empeche={motif.trim() === '' && 'Saisir le motif.'}
      surFaire={() => void session.justifier(cause.anomalies, motif.trim())}
    >
      <p>{titreDe(cause, examen.lecture)}</p>
      <Field label="Motif, gardé dans la feuille Justifications" required>
        <Input value={motif} onChange={(_, { value }) => saisir(value)} />
      </Field>
      <p className="aide">Si la valeur change ensuite, l’alerte sera à justifier de nouveau.</p>
    </Fenetre>
  );
}
