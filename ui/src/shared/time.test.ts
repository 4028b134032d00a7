import { describe, expect, it } from "vitest";
import { dateOf, instantOf, plusDays, readMoments, showBytes, showDistance, showLength, timeOf, zoneName } from "./time";

const WARSAW = "Europe/Warsaw";

describe("moments in sentences of the server", () => {
  it("are read on the clock of the workspace", () => {
    expect(readMoments("handed over; Facebook shows it at: 2026-12-24T17:00:00Z", WARSAW, "en-GB")).toMatch(/shows it at: Thu 24 Dec.*18:00$/);
    expect(readMoments("from 2026-12-24T17:00:00.123Z to 2026-12-25T08:30Z", "UTC", "pl-PL")).toMatch(/^from .*24 gru.*17:00 to .*25 gru.*8:30$/);
  });

  it("are read with any offset", () => {
    expect(readMoments("at: 2026-12-24T18:00:00+01:00", "UTC", "en-GB")).toMatch(/24 Dec.*17:00$/);
  });

  it("leave everything else as it is", () => {
    expect(readMoments("at 2026-13-45T99:99Z", WARSAW, "en-GB")).toBe("at 2026-13-45T99:99Z");
    expect(readMoments("quota of 2026-12-24 is used up", WARSAW, "en-GB")).toBe("quota of 2026-12-24 is used up");
  });
});

describe("wall clocks and instants", () => {
  it("know winter and summer time", () => {
    expect(instantOf("2026-12-01", "10:00", WARSAW).toISOString()).toBe("2026-12-01T09:00:00.000Z");
    expect(instantOf("2026-07-01", "10:00", WARSAW).toISOString()).toBe("2026-07-01T08:00:00.000Z");
  });

  it("move an hour that is skipped in spring forward", () => {
    expect(timeOf(instantOf("2027-03-28", "02:30", WARSAW), WARSAW)).toBe("03:30");
  });

  it("take the first of an hour that comes twice in autumn", () => {
    expect(instantOf("2026-10-25", "02:30", WARSAW).toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });

  it("keep the time of day when days are added across a change of clocks", () => {
    const friday = instantOf("2026-10-23", "09:00", WARSAW);
    const monday = plusDays(friday, 3, WARSAW);
    expect([dateOf(monday, WARSAW), timeOf(monday, WARSAW)]).toEqual(["2026-10-26", "09:00"]);
  });

  it.each(["Asia/Kolkata", "Pacific/Apia", "America/New_York", "Australia/Lord_Howe", "UTC"])("come back the same in %s", (zone) => {
    for (const date of ["2026-01-15", "2026-04-05", "2026-10-04", "2026-11-01"]) {
      const instant = instantOf(date, "13:45", zone);
      expect([dateOf(instant, zone), timeOf(instant, zone)]).toEqual([date, "13:45"]);
    }
  });
});

describe("words for times and sizes", () => {
  const now = new Date("2026-12-01T09:00:00Z");
  it("speak both languages", () => {
    expect(showDistance("2026-12-01T12:00:00Z", now, "en")).toBe("in 3 hours");
    expect(showDistance("2026-12-01T12:00:00Z", now, "pl")).toBe("za 3 godziny");
  });
  it("name the zone with its offset at that moment", () => {
    expect(zoneName(WARSAW, now, "en")).toBe("Warsaw, GMT+1");
    expect(zoneName(WARSAW, new Date("2026-07-01T00:00:00Z"), "en")).toBe("Warsaw, GMT+2");
  });
  it("show lengths as a player does", () => {
    expect([5, 90, 3723, 59.7].map((seconds) => showLength(seconds))).toEqual(["0:05", "1:30", "1:02:03", "1:00"]);
    expect([9.96, 65.04].map((seconds) => showLength(seconds, true))).toEqual(["0:10.0", "1:05.0"]);
  });
  it("show sizes in steps of a thousand", () => expect(showBytes(2_450_000, "en")).toBe("2.5 MB"));
});
