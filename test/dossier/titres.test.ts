/** Un titre dans une feuille de 2021-2022 : les lignes du dessous sont-elles de cette année, d'une autre, ou ne le dit-il pas ? */
import { anneeDuTitre } from '../../src/dossier/lecture/titres';

describe('de cette année', () => {
  test.each([
    'Projets 2021-2022',
    '2021/2022',
    '2021 – 2022',
    '2021-22',
    '21/22',
    'Clas 21-22',
    '2021',
    'Projets 2022',
    'Gestion N',
    'N+1',
    'Acomptes N + 1',
    'N+1 : acomptes',
    'Nouveaux projets',
    'Nouvelles actions',
    'Campagne actuelle',
    'Projets en cours',
    'Liste des projets de la Caf pour 2021-2022',
    'Les dossiers de la campagne pour la rentrée 2021',
  ])('« %s »', (titre) => {
    expect(anneeDuTitre(titre, 2021)).toBe('courante');
  });
});

describe('d’une autre année', () => {
  test.each([
    'Projets 2020-2021',
    'Pour mémoire',
    'POUR MÉMOIRE 2020/2021',
    'Rappel : campagne 2020/2021',
    '2020',
    '2023',
    '1999',
    'Clas 20/21',
    '13/14',
    '2019-20',
    '2022-2023',
    'N-1',
    'N - 1',
    'N − 1',
    'N-2',
    'Année dernière',
    'Dernière année',
    "L'an dernier",
    'L’an dernier',
    'Année passée',
    'Années précédentes',
    'Exercices antérieurs',
    'Archives',
    'N-1 (pour mémoire)',
    '2020-2021 (pour mémoire)',
    '2020 : projets',
  ])('« %s »', (titre) => {
    expect(anneeDuTitre(titre, 2021)).toBe('autre');
  });
});

describe('ne le dit pas', () => {
  test.each([
    'SECTEUR SUD',
    'Projets',
    'Reconduits de 2020-2021',
    'Anciens projets',
    'Budget 2020 à revoir',
    'Dossiers 10/11',
    'Dossiers 12/13',
    'Nouveaux projets 2020-2021',
    '2021 à 2023',
    '2021-2023',
    '2021-2024',
    'N-12',
    'N+12',
    'an-1',
    'plan+1',
    '12020',
    '20211',
    '1821',
    '120-121',
    '20-210',
    'la liste des projets et des actions de la rentrée 2020',
    '',
  ])('« %s »', (titre) => {
    expect(anneeDuTitre(titre, 2021)).toBeUndefined();
  });
});
