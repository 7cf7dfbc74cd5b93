/** Contract of the facet `marks`: exactly the wanted cells are marked, and clearing leaves nothing of ours. */
import { hasHands, mark, SHEETS, type HostUnderContract } from "./contract";

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

    it("counts the marks that are there, whoever set or removed them", async () => {
      const opened = await under.open(SHEETS);
      const { host } = opened;
      expect(await host.marks!.find()).toMatchObject({ marked: 0 });
      await host.marks!.set([mark("整改台账", 4, 5), mark("整改台账", 3, 5), mark("单位名录", 1, 0, "info")]);
      expect(await host.marks!.find()).toMatchObject({ marked: 3 });
      if (hasHands(opened, "removeMarks")) {
        await opened.removeMarks();
        expect(await host.marks!.find()).toMatchObject({ marked: 0 });
        // Set again, they are there again: what was removed outside is not taken for standing.
        await host.marks!.set([mark("整改台账", 4, 5), mark("整改台账", 3, 5), mark("单位名录", 1, 0, "info")]);
        expect(await host.marks!.find()).toMatchObject({ marked: 3 });
      }
      expect(await host.marks!.clear()).toEqual({ removed: 3, locked: 0 });
      expect(await host.marks!.find()).toMatchObject({ marked: 0 });
      expect(await host.marks!.clear()).toEqual({ removed: 0, locked: 0 });
    });

    it("tells marks of changes from those of findings", async () => {
      const { host } = await under.open(SHEETS);
      await host.marks!.set([
        mark("整改台账", 4, 5),
        mark("整改台账", 3, 5, "risk"),
        mark("整改台账", 2, 5, "change"),
        mark("整改台账", 2, 3, "change"),
      ]);
      expect(await host.marks!.find()).toEqual({ marked: 4, changed: 3 });
      await host.marks!.set([mark("整改台账", 4, 5)]);
      expect(await host.marks!.find()).toEqual({ marked: 1, changed: 0 });
    });

    it("of an open workbook leaves marks of changes where it is told to", async () => {
      const { host } = await under.open(SHEETS);
      await host.marks!.set([mark("整改台账", 4, 5), mark("整改台账", 3, 5, "risk"), mark("整改台账", 2, 3, "change")]);
      await host.marks!.set([mark("整改台账", 2, 5), mark("整改台账", 4, 3)], "changes");
      // A file's marks go into copies only, each made of what its copy is to show.
      const stay = host.copies === undefined ? 2 : 0;
      expect(await host.marks!.find()).toEqual({ marked: 2 + stay, changed: stay });
      await host.marks!.clear("changes");
      expect(await host.marks!.find()).toEqual({ marked: stay, changed: stay });
    });

    it("leaves no doubles when the same marks are set again", async () => {
      const { host, marked } = await under.open(SHEETS);
      const wanted = [mark("整改台账", 4, 5), mark("整改台账", 2, 3, "info")];
      await host.marks!.set(wanted);
      expect(await host.marks!.set(wanted)).toMatchObject({ marked: 2, locked: 0 });
      expect([...(await marked!())].sort()).toEqual(["整改台账!2:3", "整改台账!4:5"]);
    });

    it("says how many could not be marked, and how many stay, on protected sheets", async () => {
      const opened = await under.open(SHEETS);
      if (!hasHands(opened, "protect")) return;
      const { host, protect } = opened;
      const wanted = [mark("整改台账", 4, 5), mark("整改台账", 2, 3), mark("单位名录", 1, 0)];
      await protect("整改台账");
      expect(await host.marks!.set(wanted)).toMatchObject({ marked: 1, locked: 2 });
      expect(await host.marks!.find()).toMatchObject({ marked: 1 });
      await protect("单位名录");
      expect(await host.marks!.clear()).toEqual({ removed: 0, locked: 1 });
      expect(await host.marks!.find()).toMatchObject({ marked: 1 });
    });

    it("changes no value", async () => {
      const { host, valueAt } = await under.open(SHEETS);
      await host.marks!.set([mark("整改台账", 2, 3)]);
      expect(await valueAt("整改台账", 2, 3)).toBe("办公室 ");
    });
  });
}
