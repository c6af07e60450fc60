/**
 * Retire de decimal.js ce que Clas n'emploie pas (`decimal-utile.js`) ; le minificateur ôte ensuite ce qui n'est
 * plus appelé. La bibliothèque n'est ni copiée ni modifiée : sa source est relue à chaque construction.
 */
import { parse } from 'acorn';
import { CONSTANTES, METHODES, STATIQUES } from './decimal-utile.js';
import { verifierElagage } from './verifier-elagage.js';

/** Lecture des nombres binaires et de « NaN » : nos montants sont vérifiés avant de devenir des décimaux. */
const REMPLACEES = { parseOther: 'function parseOther(x, s) { throw Error(invalidArgument + s); }' };

/** Noms et valeur d'une affectation en chaîne : `P.plus = P.add = function…`, `Decimal.abs = abs`. */
function affectation(noeud, objet) {
  const noms = [];
  let valeur = noeud.type === 'ExpressionStatement' ? noeud.expression : undefined;
  while (
    valeur?.type === 'AssignmentExpression' &&
    valeur.left.object?.name === objet &&
    !valeur.left.computed
  ) {
    noms.push(valeur.left.property.name);
    valeur = valeur.right;
  }
  return { noms, valeur };
}

const garderStatique = (nom) => STATIQUES.includes(nom) || nom.startsWith('ROUND_') || nom === 'prototype';

/** Coupes `[début, fin, remplacement]` d'un énoncé du module. */
function coupes(noeud) {
  if (noeud.type === 'VariableDeclaration') {
    return noeud.declarations
      .filter(({ id }) => CONSTANTES.includes(id.name))
      .map(({ init }) => [init.start, init.end, "'0'"]);
  }
  if (noeud.type === 'FunctionDeclaration') {
    const remplacement = REMPLACEES[noeud.id.name];
    if (remplacement) return [[noeud.start, noeud.end, remplacement]];
    if (noeud.id.name !== 'clone') return [];
    return noeud.body.body
      .map((enonce) => ({ enonce, ...affectation(enonce, 'Decimal') }))
      .filter(({ noms }) => noms.length > 0 && !noms.some(garderStatique))
      .map(({ enonce }) => [enonce.start, enonce.end, '']);
  }
  const { noms, valeur } = affectation(noeud, 'P');
  if (noms.length === 0) return [];
  const utiles = noms.filter((nom) => METHODES.includes(nom));
  if (utiles.length === 0) return [[noeud.start, noeud.end, '']];
  return [[noeud.start, valeur.start, utiles.map((nom) => `P.${nom} = `).join('')]];
}

export default function elaguerDecimal(source) {
  const { body } = parse(source, { ecmaVersion: 2022, sourceType: 'module' });
  const methodes = body.flatMap((noeud) => affectation(noeud, 'P').noms);
  const absentes = METHODES.filter((nom) => !methodes.includes(nom));
  if (absentes.length > 0) throw new Error(`decimal.js ne connaît plus : ${absentes.join(', ')}`);
  const elague = body
    .flatMap(coupes)
    .sort((a, b) => b[0] - a[0])
    .reduce(
      (texte, [debut, fin, remplacement]) => texte.slice(0, debut) + remplacement + texte.slice(fin),
      source,
    );
  verifierElagage(elague, new Set(methodes.filter((nom) => !METHODES.includes(nom))));
  return elague;
}
