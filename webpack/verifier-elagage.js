/**
 * Refuse un decimal.js élagué dont le code encore atteint appellerait une méthode retirée.
 * On suit les fonctions du module depuis ce qui s'exécute ou s'exporte ; leurs corps ne doivent nommer aucune absente.
 */
import { parse } from 'acorn';

/** Nœuds d'un arbre, sans les noms de membres (`Math.pow` n'est pas la fonction `pow` du module). */
function* noeuds(racine) {
  if (Array.isArray(racine)) for (const enfant of racine) yield* noeuds(enfant);
  else if (typeof racine?.type === 'string') {
    yield racine;
    for (const [cle, enfant] of Object.entries(racine)) {
      const nomDeMembre = (cle === 'property' || cle === 'key') && !racine.computed;
      if (typeof enfant === 'object' && !nomDeMembre) yield* noeuds(enfant);
    }
  }
}

/** @param {string} source @param {ReadonlySet<string>} retirees */
export function verifierElagage(source, retirees) {
  const { body } = parse(source, { ecmaVersion: 2022, sourceType: 'module' });
  const fonctions = new Map(
    body.filter((noeud) => noeud.type === 'FunctionDeclaration').map((noeud) => [noeud.id.name, noeud]),
  );
  const atteints = new Set(body.filter((noeud) => noeud.type !== 'FunctionDeclaration'));
  for (const racine of atteints) {
    for (const noeud of noeuds(racine)) {
      const fonction = noeud.type === 'Identifier' ? fonctions.get(noeud.name) : undefined;
      if (fonction) atteints.add(fonction);
      // seuls les appels comptent : `Ctor.precision` est un réglage, `x.precision()` une méthode
      const appele = noeud.type === 'CallExpression' ? noeud.callee : undefined;
      if (appele?.type !== 'MemberExpression' || appele.computed || appele.object.name === 'Math') continue;
      if (retirees.has(appele.property.name)) {
        throw new Error(
          `decimal.js élagué appelle encore « ${appele.property.name} » : l'ajouter à decimal-utile.js`,
        );
      }
    }
  }
}
