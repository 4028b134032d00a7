import { defineConfig } from "@playwright/test";

/* Walks through a running demo in a real browser. The demo has one person, so one walk goes after the other. */

const server = process.env.PLANNER_BASE_URL;
if (!server) throw new Error("The walks need a running demo: set PLANNER_BASE_URL, or use ./planner test browser.");

export default defineConfig({
  testDir: ".",
  outputDir: "../target/walks",
  globalSetup: "./settle.ts",
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: server,
    locale: "en-GB",
    timezoneId: "Europe/Warsaw",
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    navigationTimeout: 15_000,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      env: { ...process.env, LANG: "en_US.UTF-8", LANGUAGE: "en_US" },
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    },
  },
});
