import { defineConfig } from "@hey-api/openapi-ts";

export default defineConfig({
  input: process.env.SPEC ?? "openapi.json",
  // Node's own modules want the ending of each import.
  output: { path: process.env.CLIENT ?? "client", importFileExtension: ".js" },
  plugins: ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"],
});
