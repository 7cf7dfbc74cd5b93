/** Contract of the facet `events`: a user's edits are told, our own writes are not. */
import type { HostEvent } from "../../../src/hosts/port";
import { until } from "../../until";
import { SHEETS, type HostUnderContract } from "./contract";

export function eventsContract(under: HostUnderContract): void {
  describe(`${under.name}: events`, () => {
    it("tells the rows of an edit", async () => {
      const { host, type } = await under.open(SHEETS);
      const events: HostEvent[] = [];
      await host.events!.listen((event) => events.push(event));
      await type!("整改台账", 4, 5, "已完成");
      await until(() => events.length > 0);
      expect(events).toContainEqual({ type: "rows", sheet: "整改台账", rows: [4] });
    });

    it("tells that rows moved", async () => {
      const { host, insertRow } = await under.open(SHEETS);
      const events: HostEvent[] = [];
      await host.events!.listen((event) => events.push(event));
      await insertRow!("整改台账", 3);
      await until(() => events.some((event) => event.type === "structure"));
      expect(events.some((event) => event.type === "structure")).toBe(true);
    });

    it("doesn't tell our own writes", async () => {
      const { host, type } = await under.open(SHEETS);
      const events: HostEvent[] = [];
      await host.events!.listen((event) => events.push(event));
      await host.write!.apply([{ sheet: "整改台账", row: 2, col: 3, expected: "办公室 ", value: "办公室" }]);
      await type!("整改台账", 4, 5, "已完成");
      await until(() => events.length > 0);
      expect(events).toEqual([{ type: "rows", sheet: "整改台账", rows: [4] }]);
    });

    it("stops when told to", async () => {
      const { host, type } = await under.open(SHEETS);
      const events: HostEvent[] = [];
      const stop = await host.events!.listen((event) => events.push(event));
      await stop();
      const later: HostEvent[] = [];
      await host.events!.listen((event) => later.push(event));
      await type!("整改台账", 4, 5, "已完成");
      await until(() => later.length > 0);
      expect(events).toEqual([]);
    });
  });
}
