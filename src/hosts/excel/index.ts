/** The face of src/hosts/excel: what other rooms use of it. */
export { readActiveCell } from "./active-cell";
export { createExcelHost } from "./host";
export { isExcelSupported } from "./supported";
