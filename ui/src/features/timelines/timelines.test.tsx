import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { open } from "@/test/render";

const SLOW = { timeout: 10_000 };

describe("the timelines", () => {
  it("lead to the place where something is made to go wrong, for all and for each", async () => {
    open("/timelines");
    const one = await screen.findByRole<HTMLAnchorElement>("link", { name: "Make something go wrong on Bluesky" }, SLOW);
    expect(new URL(one.href).pathname + new URL(one.href).search).toBe("/faults?network=bluesky");
    expect(new URL(screen.getByRole<HTMLAnchorElement>("link", { name: "Make something go wrong" }).href).pathname).toBe("/faults");
  });
});
