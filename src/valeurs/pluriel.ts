/** La marque du pluriel, quand le nombre est déjà dit : en français, elle commence à deux (« 1,5 séance »). */
export const s = (n: number): string => (n >= 2 ? 's' : '');
