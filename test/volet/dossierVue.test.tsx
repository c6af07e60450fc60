/**
 * L'onglet Dossier rendu sans Excel ni navigateur : tout déplié, chaque montant dit d'où il vient, axe ne trouve rien.
 * @jest-environment jsdom
 */
import axe from 'axe-core';
import { act } from 'react';
import { Dossier } from '../../src/volet/vues/Dossier';
import { creerPort, projet, type PortDeTest } from './port';
import { montrer, sansInsecable } from './rendu';

const montrerDossier = async (port: PortDeTest): Promise<void> => {
  port.active = { feuille: 'Projets', ligne: 2, colonne: 1 };
  await montrer(port, <Dossier />, { element: 'main' });
};

/** Déplie tout, jusqu'au dernier pli. */
async function deplier(): Promise<void> {
  for (;;) {
    const plis = document.querySelectorAll<HTMLElement>(
      '.fui-AccordionHeader__button[aria-expanded=false]:enabled',
    );
    if (plis.length === 0) return;
    await act(async () => plis.forEach((pli) => pli.click()));
  }
}

const texte = (): string => sansInsecable(document.body.textContent);

test('tout déplié : les cellules de chaque étape, ce qui manque, la branche Famille ; axe ne trouve rien', async () => {
  const port = creerPort([projet('D-1')]);
  port.feuilles.set('Versements', [
    ['N° dossier', 'Nature', 'Gestion', 'Date', 'Montant', 'Référence'],
    ['D-1', 'acompte', 'N', 44500, 1500, 'M-12'],
  ]);
  await montrerDossier(port);
  await deplier();
  expect(texte()).toMatch(/acompte du 31\/10\/2021 \(ligne 2\)/);
  expect(texte()).toMatch(/Aller à la cellule Versements!E2/);
  expect(texte()).toMatch(/Aller à la cellule Projets!N2/);
  expect(texte()).toMatch(/Coût réel : à saisir/);
  expect(texte()).toMatch(/Branche Famille9 189,00 €/);
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('une alerte justifiée le dit, avec son motif', async () => {
  const port = creerPort([projet('D-1', { Commune: null })]);
  port.feuilles.set('Justifications', [
    ['N° dossier', 'Référence', 'Champ', 'Valeur', 'Motif', 'Date'],
    ['D-1', 'C-ID-08', 'Commune', null, 'Itinérant', '10/01/2022'],
  ]);
  await montrerDossier(port);
  expect(texte()).toMatch(/Commune : cellule vide\. La compléter\..*Justifiée : Itinérant/);
});

test('un dossier refusé n’a ni jauge ni barre pleine, et dit ce qui se recouvre', async () => {
  await montrerDossier(creerPort([projet('D-1', { Agrément: 'refusé' })]));
  expect(document.querySelectorAll('.jauge')).toHaveLength(0);
  expect(texte()).toMatch(/rien n’est payable, 0 € au plus/);
  expect(texte()).toMatch(/Reste à recouvrer2 000,00 €/);
});
