import { describe, expect, it, vi } from "vitest";
import { once } from "../../../src/ui/chart/load-plot.ts";

describe("once", () => {
  it("forgets a failure and shares a success", async () => {
    const load = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error("offline"))
      .mockResolvedValue("loaded");
    const get = once(load);
    await expect(get()).rejects.toThrow("offline");
    await expect(get()).resolves.toBe("loaded");
    await expect(get()).resolves.toBe("loaded");
    expect(load).toHaveBeenCalledTimes(2);
  });
});
