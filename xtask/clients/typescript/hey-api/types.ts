export type { Customer, CustomerName, MvnoAccount, Reseller } from "./client/index.js";
