/** Rows as Parquet, a row group at a time. The writer is loaded when it is first needed. */

export interface ParquetColumn {
  readonly name: string;
  /** A DATE is given as ISO text. */
  readonly type: "STRING" | "DATE" | "INT";
  readonly nullable: boolean;
}

export type ParquetRow = Readonly<Record<string, string | number | null>>;

/** One file, piece by piece; a piece is good until the next is asked for. */
export interface ParquetPieces {
  group(rows: readonly ParquetRow[]): Uint8Array;
  end(): Uint8Array;
}

/** Days since 1970-01-01 of an ISO date, which is what Parquet keeps. */
function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

function element({ name, type, nullable }: ParquetColumn) {
  const repetition_type = nullable ? ("OPTIONAL" as const) : ("REQUIRED" as const);
  if (type === "STRING") return { name, type: "BYTE_ARRAY" as const, converted_type: "UTF8" as const, repetition_type };
  if (type === "DATE") return { name, type: "INT32" as const, converted_type: "DATE" as const, repetition_type };
  return { name, type: "INT32" as const, repetition_type };
}

/** @returns a beginner of files, one for each relation */
export async function loadParquet(): Promise<(columns: readonly ParquetColumn[]) => ParquetPieces> {
  const { ByteWriter, ParquetWriter } = await import(/* webpackChunkName: "parquet" */ "hyparquet-writer");
  return (columns) => {
    const bytes = new ByteWriter();
    const writer = new ParquetWriter({
      writer: bytes,
      schema: [{ name: "root", num_children: columns.length }, ...columns.map(element)],
      createdBy: "taizhang",
    });
    const piece = (): Uint8Array => {
      const written = bytes.getBytes();
      bytes.index = 0;
      return written;
    };
    return {
      group(rows) {
        const columnData = columns.map(({ name, type }) => ({
          name,
          data: rows.map((row) => {
            const value = row[name] ?? null;
            return type === "DATE" && typeof value === "string" ? dayOf(value) : value;
          }),
        }));
        void writer.write({ columnData, rowGroupSize: Math.max(1, rows.length) });
        return piece();
      },
      end() {
        void writer.finish();
        return piece();
      },
    };
  };
}

/** A whole file of rows that are in memory anyway. */
export async function writeParquet(
  columns: readonly ParquetColumn[],
  rows: readonly ParquetRow[],
): Promise<Uint8Array> {
  const file = (await loadParquet())(columns);
  const groups = rows.length === 0 ? [] : [file.group(rows).slice()];
  const pieces = [...groups, file.end().slice()];
  const whole = new Uint8Array(pieces.reduce((length, { length: more }) => length + more, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
