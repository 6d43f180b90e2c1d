export type { Customer, CustomerSummary, MvnoAccount, Reseller } from "./client/index.js";
