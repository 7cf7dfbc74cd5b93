/** Four tables of 256: four bytes a step (slicing-by-4), about three times as fast as one. */
const TABLES: Uint32Array = buildTables();

function buildTables(): Uint32Array {
  const tables = new Uint32Array(4 * 256);
  for (let i = 0; i < 256; i++) {
    let c = i;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    tables[i] = c >>> 0;
  }
  for (let t = 1; t < 4; t++) {
    for (let i = 0; i < 256; i++) {
      const previous = tables[(t - 1) * 256 + i] ?? 0;
      tables[t * 256 + i] = ((previous >>> 8) ^ (tables[previous & 255] ?? 0)) >>> 0;
    }
  }
  return tables;
}

/**
 * CRC-32 as zip uses it (ISO 3309, polynomial 0xEDB88320 reflected), unsigned.
 * @example crc32(new TextEncoder().encode("123456789")) // 0xcbf43926
 */
export function crc32(data: Uint8Array): number {
  const t = TABLES;
  let c = 0xffffffff;
  let i = 0;
  const whole = data.length - (data.length % 4);
  while (i < whole) {
    c ^= data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24);
    c = t[768 + (c & 255)]! ^ t[512 + ((c >>> 8) & 255)]! ^ t[256 + ((c >>> 16) & 255)]! ^ t[c >>> 24]!;
    i += 4;
  }
  while (i < data.length) {
    c = (c >>> 8) ^ t[(c ^ data[i]!) & 255]!;
    i++;
  }
  return (c ^ 0xffffffff) >>> 0;
}
