/** Contract of the facet `marks`: exactly the wanted cells are marked, and clearing leaves nothing of ours. */
import { mark, SHEETS, type HostUnderContract } from "./contract";

export function marksContract(under: HostUnderContract): void {
  describe(`${under.name}: marks`, () => {
    it("marks the wanted cells", async () => {
      const { host, marked } = await under.open(SHEETS);
      const answer = await host.marks!.set([mark("整改台账", 4, 5), mark("整改台账", 2, 3, "info")]);
      expect(answer.marked).toBe(2);
      expect([...(await marked!())].sort()).toEqual(["整改台账!2:3", "整改台账!4:5"]);
    });

    it("replaces all marks by the next ones", async () => {
      const { host, marked } = await under.open(SHEETS);
      await host.marks!.set([mark("整改台账", 4, 5)]);
      await host.marks!.set([mark("整改台账", 2, 4, "warning")]);
      expect(await marked!()).toEqual(["整改台账!2:4"]);
    });

    it("clears all marks and leaves the workbook as it was", async () => {
      const { host, marked, fingerprint } = await under.open(SHEETS);
      const before = await fingerprint?.();
      await host.marks!.set([mark("整改台账", 4, 5), mark("单位名录", 1, 0)]);
      await host.marks!.clear();
      expect(await marked!()).toEqual([]);
      expect(await fingerprint?.()).toEqual(before);
    });

    it("clears where nothing was marked", async () => {
      const { host, marked } = await under.open(SHEETS);
      await host.marks!.clear();
      expect(await marked!()).toEqual([]);
    });

    it("changes no value", async () => {
      const { host, valueAt } = await under.open(SHEETS);
      await host.marks!.set([mark("整改台账", 2, 3)]);
      expect(await valueAt("整改台账", 2, 3)).toBe("办公室 ");
    });
  });
}
