/** Un contrôle de saisie passe du fichier à Office, et revient, sous le nom que chacun lui donne. */
import { operateurSimple, versFichier, versHote } from '../../atelier/page/validations';

/** Office (Excel.DataValidationOperator), puis OOXML (ST_DataValidationOperator), qui est aussi le nom d'Univer. */
const OPERATEURS = [
  ['Between', 'between'],
  ['NotBetween', 'notBetween'],
  ['EqualTo', 'equal'],
  ['NotEqualTo', 'notEqual'],
  ['GreaterThan', 'greaterThan'],
  ['LessThan', 'lessThan'],
  ['GreaterThanOrEqualTo', 'greaterThanOrEqual'],
  ['LessThanOrEqualTo', 'lessThanOrEqual'],
] as const;
const rect = { ligne: 1, colonne: 2, lignes: 3, colonnes: 1 };

test.each(OPERATEURS)('%s', (office, fichier) => {
  const regle = { decimal: { formula1: 0, formula2: 9, operator: office } };
  expect(operateurSimple(office)).toBe(fichier);
  const enregistree = versFichier({ rect, regle, message: {}, alerte: {}, ignorerVides: true });
  expect(enregistree?.operator).toBe(fichier);
  expect(versHote({ type: 'decimal', range: 'C2:C4', operator: fichier, formula1: '0' })[0]?.regle).toEqual({
    decimal: { formula1: 0, formula2: '', operator: office },
  });
});
