import { excelContract } from "./contract-suite";

excelContract("win32");
