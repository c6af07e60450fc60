/** Plusieurs fichiers en une archive .zip ; déjà compressés, ils ne le sont pas deux fois. */
import PizZip from 'pizzip';

export function enArchive(
  fichiers: readonly { readonly nom: string; readonly octets: Uint8Array }[],
): Uint8Array {
  const archive = new PizZip();
  for (const { nom, octets } of fichiers) archive.file(nom, octets, { binary: true });
  return archive.generate({ type: 'uint8array', compression: 'STORE' }) as Uint8Array;
}
