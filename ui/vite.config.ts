import { fileURLToPath } from "node:url";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vitest/config";

/** `npm run dev` without a server: PLANNER_MOCK=1 answers the API from memory. Never part of a build. */
function memoryApi(): Plugin {
  return {
    name: "memory-api",
    apply: "serve",
    async configureServer(server) {
      if (process.env.PLANNER_MOCK !== "1") return;
      const { attach } = await import("./src/test/dev-server.ts");
      attach(server.middlewares);
    },
  };
}

const target = process.env.PLANNER_BASE_URL ?? "http://127.0.0.1:8080";
const routed = Object.fromEntries(["/api", "/health", "/connect", "/m/"].map((path) => [path, { target }]));

export default defineConfig({
  plugins: [react(), tailwind(), memoryApi()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: { manifest: true, target: "es2022", chunkSizeWarningLimit: 700 },
  server: { proxy: process.env.PLANNER_MOCK === "1" ? undefined : routed },
  test: {
    environment: "happy-dom",
    testTimeout: 30_000,
    setupFiles: ["src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    env: { TZ: "Europe/Warsaw" },
  },
});
