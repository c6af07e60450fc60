/** Trouver un dossier parmi tous en tapant trois lettres, passer au voisin, l'épingler. */
import { Combobox, Field, Option, ToggleButton } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Section } from '../elements/Section';
import { useEtat, useSession } from '../contexte';
import { chercherDossiers, formesDesDossiers } from '../dossiers';
import { Bouton } from '../elements/Bouton';
import { entier, pluriel } from '../../dossier/affichage/pluriel';
import type { CalculProjet } from '../../dossier/calcul/montants';
import type { Examen } from '../../dossier/examiner';

/** Assez pour choisir ; au-delà, une lettre de plus va plus vite que l'ascenseur. */
const MONTRES = 20;

interface Props {
  readonly examen: Examen;
  readonly calcul: CalculProjet | null;
}

export const nomDuDossier = ({ projet: { dossier, ligne } }: CalculProjet): string =>
  dossier ?? `Ligne ${ligne}`;

export function ChoixDossier({ examen, calcul }: Props) {
  return (
    <Section etiquette="Choix du dossier">
      <Recherche examen={examen} />
      <Voisins examen={examen} calcul={calcul} />
    </Section>
  );
}

function Recherche({ examen }: Pick<Props, 'examen'>) {
  const session = useSession();
  const [texte, saisir] = useState('');
  const formes = useMemo(() => formesDesDossiers(examen), [examen]);
  const trouves = useMemo(() => chercherDossiers(formes, texte), [formes, texte]);
  const reste = trouves.length - MONTRES;
  return (
    <Field size="small" label="Chercher un dossier">
      <Combobox
        freeform
        autoComplete="off"
        placeholder="Numéro, gestionnaire, commune…"
        value={texte}
        selectedOptions={[]}
        onChange={(e) => saisir(e.target.value)}
        onOptionSelect={(_, { optionValue }) => {
          const choisi = examen.calculs.find(({ projet }) => String(projet.ligne) === optionValue);
          saisir('');
          if (choisi) void session.choisirDossier(choisi);
        }}
      >
        {trouves.slice(0, MONTRES).map((c) => (
          <Option key={c.projet.ligne} value={String(c.projet.ligne)} text={nomDuDossier(c)}>
            {nomDuDossier(c)}
            {c.projet.gestionnaire !== null && ` — ${c.projet.gestionnaire}`}
          </Option>
        ))}
        {reste > 0 && (
          <Option disabled text="">
            {pluriel(reste, 'autre dossier', 'autres dossiers')}&nbsp;: préciser
          </Option>
        )}
        {trouves.length === 0 && (
          <Option disabled text="">
            Aucun dossier ne répond
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

/** D'un dossier à l'autre sans quitter le volet. */
function Voisins({ examen, calcul }: Props) {
  const session = useSession();
  const epingle = useEtat().epingle !== null;
  const { calculs } = examen;
  const rang = calcul ? calculs.indexOf(calcul) : -1;
  const aller = (c: CalculProjet | undefined) => c && session.choisirDossier(c);
  return (
    <nav className="rang" aria-label="Dossiers">
      <Bouton petit empeche={rang <= 0 && 'Aucun dossier avant.'} surClic={() => aller(calculs[rang - 1])}>
        Précédent
      </Bouton>
      <Bouton
        petit
        empeche={rang + 1 >= calculs.length && 'Aucun dossier après.'}
        surClic={() => aller(calculs[rang + 1])}
      >
        {calcul ? 'Suivant' : 'Premier dossier'}
      </Bouton>
      {calcul && (
        <>
          <span className="aide">
            {entier(rang + 1)} sur {entier(calculs.length)}
          </span>
          <ToggleButton
            size="small"
            appearance="subtle"
            checked={epingle}
            onClick={() => session.epingler(epingle ? null : calcul)}
          >
            {epingle ? 'Épinglé' : 'Épingler'}
          </ToggleButton>
        </>
      )}
    </nav>
  );
}
