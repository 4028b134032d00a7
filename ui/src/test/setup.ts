import { cleanup } from "@testing-library/react";
import i18next from "i18next";
import { afterEach, beforeAll, beforeEach } from "vitest";
import { startLanguage } from "@/shared/i18n";

/* What the browser has and the test's page lacks. */
class NoEvents {
  onopen = null;
  onerror = null;
  addEventListener() {}
  close() {}
}

beforeAll(() => {
  globalThis.EventSource = NoEvents as unknown as typeof EventSource;
  Element.prototype.scrollIntoView = () => {};
  window.scrollTo = () => {};
  startLanguage("en");
});

beforeEach(async () => {
  localStorage.clear();
  await i18next.changeLanguage("en");
});

afterEach(cleanup);
