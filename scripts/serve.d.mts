import type { Server } from "node:http";

export function createStaticServer(folder: string): Server;
export function portFrom(value: string | undefined, usual: number): number;
export function listen(folder: string, port?: number, tries?: number): Promise<{ server: Server; url: string }>;
export function listenAsAsked(folder: string, usual: number): Promise<{ server: Server; url: string }>;
