import type { components } from "./client/schema.js";

export type Customer = components["schemas"]["Customer"];
export type CustomerSummary = components["schemas"]["CustomerSummary"];
export type MvnoAccount = components["schemas"]["MvnoAccount"];
export type Reseller = components["schemas"]["Reseller"];
