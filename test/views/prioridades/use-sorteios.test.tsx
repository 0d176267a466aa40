// @vitest-environment jsdom
import { act } from "react";
import { describe, expect, it } from "vitest";
import { preparePriority, scorePriority } from "../../../src/core/metodo/priority.ts";
import type { Metodo } from "../../../src/core/metodo/method.ts";
import type { DrawsClient, DrawsNews } from "../../../src/data/metodo/draws-client.ts";
import type { Modelo } from "../../../src/views/prioridades/use-model.ts";
import { useSorteios, type Sorteios } from "../../../src/views/prioridades/use-sorteios.ts";
import { render } from "../../ui/render.tsx";
import { CATALOGO, COLUNAS, METODO, MUNICIPIOS } from "./fixture.ts";

type DoModelo = Pick<Modelo, "preparada" | "metodo" | "scores">;

function doMetodo(metodo: Metodo): DoModelo {
  const preparada = preparePriority(metodo, CATALOGO, COLUNAS, MUNICIPIOS);
  return { preparada, metodo, scores: scorePriority(preparada) };
}

/** A client that writes down what is asked of it. */
function caderno() {
  const linhas: string[] = [];
  const ouvintes: ((news: DrawsNews) => void)[] = [];
  const abrir = (): DrawsClient => {
    linhas.push("abrir");
    return {
      draw: (_data, { topK }, onNews) => {
        linhas.push(`sortear ${topK}`);
        ouvintes.push(onNews);
      },
      stop: () => void linhas.push("parar"),
      close: () => void linhas.push("fechar"),
    };
  };
  return { linhas, ouvintes, abrir };
}

function mount(modelo: DoModelo, ligado: boolean, abrir: () => DrawsClient) {
  const vistos: Sorteios[] = [];
  function Hook(props: { readonly modelo: DoModelo; readonly ligado: boolean }) {
    // The hook reads no more of the model than this.
    vistos.push(useSorteios(props.modelo as Modelo, props.ligado, abrir));
    return null;
  }
  const { update } = render(<Hook modelo={modelo} ligado={ligado} />);
  return {
    ultimo: (): Sorteios => {
      const visto = vistos.at(-1);
      if (visto === undefined) throw new Error("the hook never ran");
      return visto;
    },
    mudar: (outro: DoModelo, aceso: boolean) => {
      update(<Hook modelo={outro} ligado={aceso} />);
    },
    tirar: () => {
      update(null);
    },
  };
}

describe("the draws of a page", () => {
  const modelo = doMetodo(METODO);

  it("are not begun until they are wanted, stop when they no longer are, and end with the page", () => {
    const { linhas, abrir } = caderno();
    const pagina = mount(modelo, false, abrir);
    expect(linhas).toEqual([]);
    expect(pagina.ultimo().estado).toBe("parado");
    pagina.mudar(modelo, true);
    expect(pagina.ultimo().estado).toBe("andando");
    pagina.mudar(modelo, false);
    expect(pagina.ultimo().estado).toBe("parado");
    pagina.tirar();
    expect(linhas).toEqual(["abrir", "sortear 2", "parar", "fechar"]);
  });

  it("begin again with another method, in the same worker, and an unchanged page asks nothing", () => {
    const { linhas, abrir } = caderno();
    const pagina = mount(modelo, true, abrir);
    pagina.mudar(modelo, true);
    pagina.mudar(doMetodo({ ...METODO, k: 3 }), true);
    expect(linhas).toEqual(["abrir", "sortear 2", "sortear 3"]);
  });

  it("stay failed until begun again, and a worker that cannot open is a failure in words", () => {
    const { abrir: bom } = caderno();
    let quebrado = true;
    const pagina = mount(modelo, true, () => {
      if (quebrado) throw new TypeError("no workers here");
      return bom();
    });
    expect(pagina.ultimo().estado).toBe("falhou");
    expect(pagina.ultimo().erro).toContain("TypeError: no workers here");
    expect(pagina.ultimo().porMunicipio).toBeNull();
    quebrado = false;
    act(() => {
      pagina.ultimo().recomecar();
    });
    expect(pagina.ultimo().estado).toBe("andando");
    expect(pagina.ultimo().erro).toBeNull();
  });
});
