/** Ce que la liste montre : les comptes par gravité (qui filtrent), le texte cherché, l'ordre et la feuille. */
import {
  MenuButton,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  SearchBox,
  ToggleButton,
} from '@fluentui/react-components';
import { MenuDe } from '../elements/MenuDe';
import { Signe } from '../elements/Signe';
import { useEtat, useSession } from '../contexte';
import type { Tri } from '../etat';
import { entier } from '../../dossier/affichage/pluriel';
import { GRAVITES, type Gravite } from '../../dossier/anomalies/catalogue';
import { s } from '../../valeurs/pluriel';
import type { Examen } from '../../dossier/examiner';

const TRIS: Readonly<Record<Tri, string>> = { nombre: 'Nombre de cellules', enjeu: 'Argent en jeu' };
const TOUTES = '';

export function Filtres({ examen }: { readonly examen: Examen }) {
  const { anomalies, justifiees } = examen;
  const compte = { ...examen.compte, alerte: examen.compte.alerte - justifiees };
  const session = useSession();
  const { filtre } = useEtat();
  const feuilles = [...new Set(anomalies.map(({ feuille }) => feuille))];

  const basculer = (gravite: Gravite): void => {
    const gravites = filtre.gravites.includes(gravite)
      ? filtre.gravites.filter((g) => g !== gravite)
      : [...filtre.gravites, gravite];
    session.filtrer({ gravites });
  };

  return (
    <>
      <div className="rang" role="group" aria-label="Filtrer par gravité">
        {GRAVITES.map((g) => (
          <ToggleButton
            key={g}
            size="small"
            shape="circular"
            checked={filtre.gravites.includes(g)}
            icon={<Signe de={g} />}
            onClick={() => basculer(g)}
          >
            {entier(compte[g])}
            <span className="cache">
              {' '}
              {g}
              {s(compte[g])}
            </span>
          </ToggleButton>
        ))}
        {(justifiees > 0 || filtre.justifiees) && (
          <ToggleButton
            size="small"
            shape="circular"
            checked={filtre.justifiees}
            icon={<Signe de="succes" />}
            onClick={() => session.filtrer({ justifiees: !filtre.justifiees })}
          >
            {entier(justifiees)}
            <span className="cache"> justifiée{s(justifiees)}</span>
          </ToggleButton>
        )}
        <MenuDe
          checkedValues={{ tri: [filtre.tri], feuille: [filtre.feuille ?? TOUTES] }}
          onCheckedValueChange={(_, { name, checkedItems: [choisi = TOUTES] }) =>
            session.filtrer(name === 'tri' ? { tri: choisi as Tri } : { feuille: choisi || null })
          }
          bouton={
            <MenuButton size="small" appearance="subtle">
              Trier
            </MenuButton>
          }
        >
          <MenuGroup>
            <MenuGroupHeader>Les causes par</MenuGroupHeader>
            {(Object.keys(TRIS) as Tri[]).map((tri) => (
              <MenuItemRadio key={tri} name="tri" value={tri}>
                {TRIS[tri]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuGroup>
            <MenuGroupHeader>De la feuille</MenuGroupHeader>
            <MenuItemRadio name="feuille" value={TOUTES}>
              Toutes
            </MenuItemRadio>
            {feuilles.map((nom) => (
              <MenuItemRadio key={nom} name="feuille" value={nom}>
                {nom}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuDe>
      </div>
      <SearchBox
        aria-label="Chercher"
        placeholder="Dossier, gestionnaire, cellule…"
        value={filtre.texte}
        dismiss={{ 'aria-label': 'Effacer' }}
        onChange={(_, { value }) => session.filtrer({ texte: value })}
      />
    </>
  );
}
