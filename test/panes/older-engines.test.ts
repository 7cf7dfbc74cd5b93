/** What is added for older engines does what the engine's own does. */
import fc from "fast-check";

const own = { array: Array.prototype.at, string: String.prototype.at, hasOwn: Object.hasOwn };

afterEach(() => {
  Object.defineProperty(Array.prototype, "at", { value: own.array, writable: true, configurable: true });
  Object.defineProperty(String.prototype, "at", { value: own.string, writable: true, configurable: true });
  Object.defineProperty(Object, "hasOwn", { value: own.hasOwn, writable: true, configurable: true });
});

const load = () =>
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    require("../../src/panes/older-engines");
  });

test("at and hasOwn where they are missing", () => {
  Reflect.deleteProperty(Array.prototype, "at");
  Reflect.deleteProperty(String.prototype, "at");
  Reflect.deleteProperty(Object, "hasOwn");
  load();
  const added = { array: Array.prototype.at, string: String.prototype.at, hasOwn: Object.hasOwn };
  expect(Object.values(added).some((each) => Object.values(own).includes(each as never))).toBe(false);
  const index = fc.oneof(fc.integer({ min: -6, max: 6 }), fc.double({ min: -6, max: 6 }));
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 5 }), fc.string({ maxLength: 5 }), index, (list, text, at) => {
      expect(added.array.call(list, at)).toBe(own.array.call(list, at));
      expect(added.string.call(text, at)).toBe(own.string.call(text, at));
    }),
  );
  const child = Object.create({ 上: 1 }, { 下: { value: 1 } }) as object;
  for (const name of ["上", "下", "toString"]) expect(added.hasOwn(child, name)).toBe(own.hasOwn(child, name));
  expect(Object.keys(Array.prototype)).toEqual([]);
});

test("nothing where they are there", () => {
  load();
  expect([Array.prototype.at, String.prototype.at, Object.hasOwn]).toEqual([own.array, own.string, own.hasOwn]);
});
