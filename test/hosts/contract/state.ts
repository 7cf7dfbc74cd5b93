/** Contract of the facet `state`: documents by concern, and nothing left after removal. */
import { SHEETS, type HostUnderContract } from "./contract";

export function stateContract(under: HostUnderContract): void {
  describe(`${under.name}: state`, () => {
    it("holds nothing at first", async () => {
      const { host } = await under.open(SHEETS);
      expect(await host.state!.load("ignores")).toBeNull();
    });

    it("keeps documents by concern, any text safely", async () => {
      const { host } = await under.open(SHEETS);
      const json = JSON.stringify({ version: 1, data: ["<某>&\"'", "]]>", "\u0001", "𠮷", "__proto__"] });
      await host.state!.save("ignores", json);
      await host.state!.save("journal", "{}");
      await host.state!.save("journal", '{"version":1}');
      expect(await host.state!.load("ignores")).toBe(json);
      expect(await host.state!.load("journal")).toBe('{"version":1}');
      expect(await host.state!.load("settings")).toBeNull();
    });

    it("removes everything of ours and leaves the workbook as it was", async () => {
      const { host, fingerprint } = await under.open(SHEETS);
      const before = await fingerprint?.();
      await host.state!.save("ignores", "{}");
      await host.state!.remove();
      expect(await host.state!.load("ignores")).toBeNull();
      expect(await fingerprint?.()).toEqual(before);
    });
  });
}
