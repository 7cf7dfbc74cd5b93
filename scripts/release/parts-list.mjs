/** The CycloneDX list of what is in the bundles, from npm's list of what is installed. */
import { createHash } from "node:crypto";

/**
 * @param bom as `npm sbom --sbom-format cyclonedx` prints it
 * @param packages those in the bundles
 * @param stamp version, commit and its date
 * @returns the list as text, the same for the same sources: npm's own has a number by lot and the time in it
 * @throws Error where a bundled package isn't known to npm
 */
export function partsList(bom, packages, stamp) {
  const bundled = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  const components = bom.components.filter((one) => bundled.has(one["bom-ref"]));
  if (components.length !== bundled.size) {
    const known = new Set(components.map((one) => one["bom-ref"]));
    throw new Error(`not known to npm: ${[...bundled].filter((one) => !known.has(one)).join(", ")}`);
  }
  const self = `taizhang@${stamp.version}`;
  const dependencies = bom.dependencies
    .filter(({ ref }) => bundled.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => bundled.has(one)) }));
  const list = {
    $schema: bom.$schema,
    bomFormat: "CycloneDX",
    specVersion: bom.specVersion,
    version: 1,
    metadata: {
      timestamp: `${/^\d{4}-/.test(stamp.date) ? stamp.date : "2020-01-01"}T00:00:00Z`,
      component: {
        "bom-ref": self,
        type: "application",
        name: "taizhang",
        version: stamp.version,
        purl: `pkg:npm/${self}`,
        licenses: [{ license: { id: "MIT" } }],
        properties: [{ name: "commit", value: stamp.commit }],
      },
    },
    components: components.map((one) => ({ ...one, scope: "required" })),
    dependencies: [{ ref: self, dependsOn: [...bundled].sort() }, ...dependencies],
  };
  const hex = createHash("sha256").update(JSON.stringify(list)).digest("hex");
  const id = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)];
  return `${JSON.stringify({ ...list, serialNumber: `urn:uuid:${id.join("-")}` }, null, 2)}\n`;
}
