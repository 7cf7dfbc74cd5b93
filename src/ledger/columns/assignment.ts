/**
 * The best matching of fields to columns: each field at most one column, each column at most one field, the sum of
 * scores as high as it can be (Kuhn–Munkres with potentials, O(fields² × columns)).
 */

/**
 * @param scores `scores[field][column]`, 0 where they don't go together.
 * @returns for each field its column, or -1.
 * @example bestMatching([[0.9, 0.8], [0.9, 0]]) // [1, 0]: 0.8 + 0.9 beats 0.9 + 0
 */
export function bestMatching(scores: readonly (readonly number[])[]): number[] {
  const fields = scores.length;
  const columns = scores[0]?.length ?? 0;
  // Every field may also stay without a column: one worthless column each.
  const width = columns + fields;
  const cost = (field: number, column: number): number =>
    -(column <= columns ? (scores[field - 1]?.[column - 1] ?? 0) : 0);
  const fieldPotential = new Float64Array(fields + 1);
  const columnPotential = new Float64Array(width + 1);
  const fieldOf = new Int32Array(width + 1);
  const way = new Int32Array(width + 1);
  for (let field = 1; field <= fields; field++) {
    fieldOf[0] = field;
    let column = 0;
    const least = new Float64Array(width + 1).fill(Infinity);
    const used = new Uint8Array(width + 1);
    do {
      used[column] = 1;
      const current = fieldOf[column] as number;
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= width; j++) {
        if (used[j]) continue;
        const slack = cost(current, j) - (fieldPotential[current] as number) - (columnPotential[j] as number);
        if (slack < (least[j] as number)) {
          least[j] = slack;
          way[j] = column;
        }
        if ((least[j] as number) < delta) {
          delta = least[j] as number;
          next = j;
        }
      }
      for (let j = 0; j <= width; j++) {
        if (used[j]) {
          const matched = fieldOf[j] as number;
          fieldPotential[matched] = (fieldPotential[matched] as number) + delta;
          columnPotential[j] = (columnPotential[j] as number) - delta;
        } else {
          least[j] = (least[j] as number) - delta;
        }
      }
      column = next;
    } while (fieldOf[column] !== 0);
    do {
      const previous = way[column] as number;
      fieldOf[column] = fieldOf[previous] as number;
      column = previous;
    } while (column !== 0);
  }
  const result = new Array<number>(fields).fill(-1);
  for (let column = 1; column <= columns; column++) {
    const field = fieldOf[column] as number;
    if (field > 0 && (scores[field - 1]?.[column - 1] ?? 0) > 0) result[field - 1] = column - 1;
  }
  return result;
}
