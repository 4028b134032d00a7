import { describe, expect, it } from "vitest";
import { ApiError, message } from "./api";

const refused = (problem: object) => new ApiError(400, { type: "/problems/validation", title: "Some fields need attention", status: 400, ...problem });
const past = { field: "at", rule: "past", message: "This time has passed." };

describe("what a person is told", () => {
  it("are the reasons, not that there are some", () => expect(message(refused({ errors: [past] }))).toBe("This time has passed."));
  it("is each reason once", () => expect(message(refused({ detail: "Not now.", errors: [past, past] }))).toBe("Not now. This time has passed."));
  it("is the title where there is nothing else", () => expect(message(refused({}))).toBe("Some fields need attention"));
});
