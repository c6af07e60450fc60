/** Ce qui se tire d'un objet, fait une fois et gardé tant qu'il vit. */
export function unParObjet<O extends object, R>(faire: (objet: O) => R): (objet: O) => R {
  const gardes = new WeakMap<O, { readonly fait: R }>();
  return (objet) => {
    let garde = gardes.get(objet);
    if (!garde) {
      garde = { fait: faire(objet) };
      gardes.set(objet, garde);
    }
    return garde.fait;
  };
}
