import { createRecorder, RING_SIZE } from "../../../src/app/session/diagnostics";

const versions = { version: "0.1.0", build: "abc", rules: "1.0.0" };

describe("createRecorder", () => {
  it("records codes, data and times of its own clock", () => {
    let now = 1000;
    const recorder = createRecorder(() => now, versions);
    now = 1010.4;
    recorder.record("open", { host: "memory" });
    const done = recorder.time("read");
    now = 1100;
    done({ sheets: 3 });
    expect(recorder.report("memory")).toEqual({
      versions,
      host: "memory",
      events: [
        { at: 10, code: "open", data: { host: "memory" } },
        { at: 100, code: "read", data: { sheets: 3, ms: 90 } },
      ],
      dropped: 0,
    });
  });

  it("keeps the last events only, and counts the others", () => {
    const recorder = createRecorder(() => 0, versions);
    for (let index = 0; index < RING_SIZE + 7; index += 1) recorder.record("step", { index });
    const { events, dropped } = recorder.report(null);
    expect(events.length).toBe(RING_SIZE);
    expect(events[0]!.data).toEqual({ index: 7 });
    expect(dropped).toBe(7);
  });

  it.each(["某局办公室", "/home/某/台账.xlsx", "x".repeat(100), "a\nb"])("withholds free text like %j", (text) => {
    const recorder = createRecorder(() => 0, versions);
    recorder.record("open", { text });
    expect(recorder.report(null).events[0]!.data).toEqual({ text: "(withheld)" });
  });
});
