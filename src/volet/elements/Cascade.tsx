/** L'argent en escalier : chaque palier à l'échelle du plus grand, avec son montant et son pourquoi. */
import { Accordion } from '@fluentui/react-components';
import { Section } from './Section';
import type { Palier } from '../../dossier/restitution/cascade';
import { ZERO, plusGrand, type Decimal } from '../../valeurs/montant';
import { part } from './Jauge';
import { Pourquoi, type Lieux } from './Pourquoi';

const ASPECTS: Readonly<Record<Palier['sens'], string>> = {
  droit: 'plein',
  verse: 'gris',
  reste: 'clair',
  recouvrer: 'rouge',
};

interface Props {
  readonly titre: string;
  readonly paliers: readonly Palier[];
  readonly lieux: Lieux;
}

/** Le versé part de la gauche, le reste le continue ; ce qui est à recouvrer en dépasse. */
function debut(palier: Palier, paliers: readonly Palier[]): Decimal | null {
  const montantDe = (sens: Palier['sens']) => paliers.find((p) => p.sens === sens)?.montant.montant ?? null;
  const verse = montantDe('verse');
  if (palier.sens === 'reste') return verse;
  return palier.sens === 'recouvrer' && palier.montant.montant
    ? (verse?.minus(palier.montant.montant) ?? null)
    : null;
}

export function Cascade({ titre, paliers, lieux }: Props) {
  const plein = plusGrand(paliers.flatMap(({ montant: { montant } }) => montant ?? []));
  return (
    <Section niveau={3} titre={<>{titre}</>}>
      <Accordion collapsible multiple>
        {paliers.map((palier) => {
          const { intitule, montant, sens } = palier;
          const de = debut(palier, paliers);
          return (
            <Pourquoi
              key={intitule}
              cle={intitule}
              intitule={intitule}
              montant={montant}
              lieux={lieux}
              image={
                <span className="palier" aria-hidden="true">
                  {montant.montant?.gt(ZERO) && (
                    <span
                      className={ASPECTS[sens]}
                      style={{
                        marginInlineStart: `${de ? part(de, plein) : 0}%`,
                        inlineSize: `${part(montant.montant, plein)}%`,
                      }}
                    />
                  )}
                </span>
              }
            />
          );
        })}
      </Accordion>
    </Section>
  );
}
