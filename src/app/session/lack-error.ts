import { HostError, type FacetName, type Host } from "../../hosts/port";

/** The error of a facet that is not there. */
export function lackError(host: Host, facet: FacetName = "write"): HostError {
  const reason = host.lacks[facet] ?? "notThisHost";
  return new HostError(reason === "protected" ? "protected" : "hostFailed", `lack.${reason}`);
}
