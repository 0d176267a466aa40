import { describe, expect, it } from "vitest";
import { panelShift } from "../../../src/ui/filters/panel-shift.ts";

const WINDOW = { left: 0, right: 1024 };

describe("panelShift", () => {
  it("leaves a panel that fits where it is", () => {
    expect(panelShift({ left: 280, right: 643 }, WINDOW)).toBe(0);
    expect(panelShift({ left: 16, right: 1016 }, WINDOW)).toBe(0);
  });

  it("moves a panel past the right edge back, 8 px short of it", () => {
    expect(panelShift({ left: 808, right: 1142 }, WINDOW)).toBe(-126);
  });

  it("keeps the start of a panel wider than the room", () => {
    expect(panelShift({ left: 40, right: 640 }, { left: 0, right: 500 })).toBe(-32);
  });

  it("measures from the dialog's own edges", () => {
    expect(panelShift({ left: 500, right: 700 }, { left: 300, right: 660 })).toBe(-48);
  });
});
