/**
 * Situations de la liste métier que `verifier` ne relève pas, et pourquoi : aucune colonne ne les porte,
 * ou une autre commande s'en charge. `docs/anomalies.md` les montre à côté de celles qui sont relevées.
 */
export const HORS_PORTEE: Readonly<Record<string, string>> = {
  'C-ELI-07': 'aucune colonne ne dit depuis quand la structure est soutenue',
  'C-ELI-08': 'aucune colonne ne porte la date de dépôt ni la réception du bilan précédent',
  'C-ELI-09': 'aucune colonne ne porte la participation des familles',
  'C-PS-07': 'sans objet : Clas ne proratise aucun coût (voir interpretations.md)',
  'C-REM-01':
    'ordinaire, donc non signalé : la remontée ne liste que les projets avec bonus, et en dit le nombre',
  'C-REM-02': 'vérifié par `consolider` : le fichier est refusé',
  'C-REM-03': 'dit par `remontee` et `cloture` : rien n’est écrit',
};
