/** Ouvrir un classeur neuf dans Excel : l'agent l'enregistre où il veut. */

/** Par morceaux : `String.fromCharCode(...octets)` déborderait la pile. */
function enBase64(octets: Uint8Array): string {
  let binaire = '';
  for (let i = 0; i < octets.length; i += 8_192)
    binaire += String.fromCharCode(...octets.subarray(i, i + 8_192));
  return btoa(binaire);
}

export async function ouvrirClasseur(octets: Uint8Array): Promise<void> {
  await Excel.createWorkbook(enBase64(octets));
}
