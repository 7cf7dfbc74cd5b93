/**
 * What engines of Chromium 86's age lack and our code or a package of the first load asks for. Three functions: core-js
 * brings 5 kB of machinery along for them. What is asked for beside these still comes from core-js (webpack.config.js).
 */
function at<Value>(this: ArrayLike<Value>, index: number): Value | undefined {
  const from = Math.trunc(index) || 0;
  return this[from < 0 ? this.length + from : from];
}

function add(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

add(Array.prototype, "at", at);
add(String.prototype, "at", at);
add(Object, "hasOwn", (of: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(of, name));

export {};
