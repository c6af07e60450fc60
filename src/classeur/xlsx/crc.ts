/** Somme de contrôle CRC-32 des archives zip, par tranches de quatre octets : la table simple coûtait deux fois plus. */
const TABLES: readonly Uint32Array[] = (() => {
  const base = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    base[n] = c >>> 0;
  }
  const tables = [base];
  for (let t = 1; t < 4; t++) {
    const avant = tables[t - 1] as Uint32Array;
    tables.push(avant.map((c) => (c >>> 8) ^ (base[c & 255] as number)));
  }
  return tables;
})();
const [T0, T1, T2, T3] = TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** Poursuit une somme commencée (0 au départ) ; le résultat est comparable à celui du répertoire. */
export function crc32(octets: Uint8Array, depart = 0): number {
  let c = ~depart;
  let i = 0;
  const n = octets.length;
  for (; i + 4 <= n; i += 4) {
    c ^=
      (octets[i] as number) |
      ((octets[i + 1] as number) << 8) |
      ((octets[i + 2] as number) << 16) |
      ((octets[i + 3] as number) << 24);
    c =
      (T3[c & 255] as number) ^
      (T2[(c >>> 8) & 255] as number) ^
      (T1[(c >>> 16) & 255] as number) ^
      (T0[c >>> 24] as number);
  }
  for (; i < n; i++) c = (c >>> 8) ^ (T0[(c ^ (octets[i] as number)) & 255] as number);
  return ~c >>> 0;
}
