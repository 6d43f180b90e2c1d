import type { components } from "./client/schema.js";

export type Customer = components["schemas"]["Customer"];
export type CustomerName = components["schemas"]["CustomerName"];
export type MvnoAccount = components["schemas"]["MvnoAccount"];
export type Reseller = components["schemas"]["Reseller"];
