import { excelContract } from "./contract-suite";

excelContract("web");
