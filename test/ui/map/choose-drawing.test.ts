import { describe, expect, it } from "vitest";
import { drawingFor, isSoftware } from "../../../src/ui/map/choose-drawing.ts";

const withGpu = (): boolean => true;
const withoutGpu = (): boolean => false;

describe("drawingFor", () => {
  it("is WebGL only with a GPU", () => {
    expect(drawingFor("", withGpu)).toBe("webgl");
    expect(drawingFor("", withoutGpu)).toBe("svg");
  });

  it("obeys the query string without asking the machine", () => {
    const neverAsked = (): boolean => {
      throw new Error("the machine was asked");
    };
    expect(drawingFor("?mapa=svg", neverAsked)).toBe("svg");
    expect(drawingFor("?x=1&mapa=webgl", neverAsked)).toBe("webgl");
  });

  it("ignores a wish it does not know", () => {
    expect(drawingFor("?mapa=canvas", withoutGpu)).toBe("svg");
  });
});

describe("isSoftware", () => {
  it("knows the renderers that run on the processor", () => {
    expect(isSoftware("ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)")).toBe(true);
    expect(isSoftware("llvmpipe (LLVM 15.0.7, 256 bits)")).toBe(true);
    expect(isSoftware("ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)")).toBe(true);
  });

  it("leaves graphics cards alone", () => {
    expect(isSoftware("ANGLE (Intel, Intel(R) UHD Graphics 620 Direct3D11 vs_5_0 ps_5_0, D3D11)")).toBe(false);
    expect(isSoftware("Mali-G57")).toBe(false);
  });
});
