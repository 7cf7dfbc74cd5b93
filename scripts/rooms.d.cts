interface Room {
  readonly may: Readonly<Record<string, "all" | "types">>;
  readonly face: readonly string[];
}

declare const rooms: Readonly<Record<string, Room>>;
export = rooms;
