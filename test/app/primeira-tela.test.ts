// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PrimeiraTela } from "../../src/app/publico/PrimeiraTela.tsx";
import { geografiaDe } from "../../src/data/publico/geografia.ts";
import { parseSnapshot } from "../../src/data/snapshot/parse.ts";
import { enderecoDe } from "../../src/views/transparencia/contexto.ts";
import { PARTES } from "../../src/views/transparencia/estado.ts";

const geografia = geografiaDe(parseSnapshot(JSON.parse(readFileSync(".generated/snapshot.json", "utf8"))));
const page = new DOMParser().parseFromString(renderToStaticMarkup(createElement(PrimeiraTela, geografia)), "text/html");

it("asks the page's question and links to every part", () => {
  expect(page.querySelector("h1")?.textContent).toBe("Como está o meu município?");
  expect([...page.querySelectorAll("nav a")].map((a) => a.getAttribute("href"))).toEqual(PARTES.map((parte) => enderecoDe(parte)));
});

it("names every municipality once, in the order of a dictionary", () => {
  const names = [...page.querySelectorAll("li a")].map((a) => a.textContent);
  expect(names).toEqual(geografia.municipios.map(({ nome }) => nome).sort(new Intl.Collator("pt-BR").compare));
});

it("has no inline style, which the policy would refuse", () => {
  expect(page.querySelectorAll("[style], style")).toHaveLength(0);
});
