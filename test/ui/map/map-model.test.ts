import { describe, expect, it } from "vitest";
import { mapModel, meshNotes, middleOf } from "../../../src/ui/map/map-model.ts";
import { MESH, MUNICIPIOS } from "./sample.ts";

describe("middleOf", () => {
  it("is the middle of the first ring's box, in the relative form the mesh script writes", () => {
    expect(middleOf("M10 20l30 0-10 40z")).toEqual({ x: 25, y: 40 });
    expect(middleOf("M0 0l10 0 0 10zM900 900l5 5 5-5z")).toEqual({ x: 5, y: 5 });
  });

  it("is unknown for an empty path", () => {
    expect(middleOf("")).toBeNull();
  });
});

describe("mapModel", () => {
  it("orders names by population, unknown last", () => {
    const semPopulacao = MUNICIPIOS.map((m, i) => (i === 1 ? { ...m, populacao: null } : m));
    expect(mapModel(MESH, semPopulacao).porPopulacao).toEqual([2, 3, 0, 4, 1]);
  });
});

describe("meshNotes", () => {
  it("names up to three municipalities without a polygon and counts more", () => {
    const paths = ["", "", "", "", ""];
    const sedes = MESH.sedes.map((s) => s ?? { x: 1, y: 1 });
    const mesh = { ...MESH, paths, sedes };
    expect(meshNotes(mesh, mapModel(mesh, MUNICIPIOS))[1]).toBe(
      "5 municípios sem polígono na malha: sedes desenhadas como pontos.",
    );
    expect(meshNotes(MESH, mapModel(MESH, MUNICIPIOS))[1]).toBe(
      "Sem Polígono sem polígono na malha: sede desenhada como ponto.",
    );
  });

  it("says who is on the table alone, with neither polygon nor seat", () => {
    const mesh = { ...MESH, paths: ["", ...MESH.paths.slice(1)], sedes: [null, ...MESH.sedes.slice(1)] };
    expect(meshNotes(mesh, mapModel(mesh, MUNICIPIOS)).at(-1)).toBe(
      "Oeste sem polígono nem sede conhecida: só na tabela.",
    );
  });

  it("says nothing of polygons when all have one", () => {
    const mesh = { ...MESH, paths: MESH.paths.map(() => "M0 0l1 0 0 1z") };
    expect(meshNotes(mesh, mapModel(mesh, MUNICIPIOS))).toEqual(["Malha de teste, 2015; datum SIRGAS 2000."]);
  });
});
