export const NOTICES: string;
export const ALLOWED: readonly string[];
