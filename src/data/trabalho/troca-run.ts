import { chaveDoConflito, type Escolha } from "../../core/mescla/index.ts";
import { abrirGuarda, type Guarda } from "./guarda.ts";
import { paginaDe, paraVer, type ImportacaoParaVer } from "./previa.ts";
import { concluirImportacao, exportarTrabalho, type Importacao, prepararImportacao } from "./troca.ts";
import type { Decisao, Etapa, MensagemDaTroca, NoticiaDaTroca, PedidoDaTroca, TrabalhoDaPagina } from "./troca-mensagens.ts";

interface Partes {
  readonly post: (mensagem: MensagemDaTroca) => void;
  readonly abrir?: typeof abrirGuarda;
}

/** An import on its way: shown, and then concluded with the same records. */
interface EmAndamento {
  readonly guarda: Guarda;
  readonly importacao: Importacao;
  readonly ver: ImportacaoParaVer;
}

/** Exports and imports the work of an installation away from the page, one request after the other. */
export function trocaRunner({ post, abrir = abrirGuarda }: Partes): (pedido: PedidoDaTroca) => Promise<void> {
  let emAndamento: EmAndamento | null = null;

  const abrirPara = ({ escopo, pendentes }: TrabalhoDaPagina): Promise<Guarda> => abrir({ escopo, pendentes });

  async function responder(pedido: PedidoDaTroca, onEtapa: (etapa: Etapa) => void): Promise<NoticiaDaTroca> {
    switch (pedido.tipo) {
      case "exportar": {
        onEtapa("escrevendo-o-arquivo");
        const guarda = await abrirPara(pedido);
        try {
          const { arquivo, registros, avisos } = await exportarTrabalho(guarda, pedido.territorio);
          return { tipo: "exportado", exportado: { nome: arquivo.nome, arquivo: new Blob([arquivo.texto], { type: "application/json" }), registros, avisos } };
        } finally {
          guarda.fechar();
        }
      }
      case "preparar": {
        emAndamento?.guarda.fechar();
        emAndamento = null;
        const guarda = await abrirPara(pedido);
        const preparo = await prepararImportacao(guarda, pedido.territorio, await pedido.arquivo.text(), onEtapa);
        if (preparo.importacao === null) {
          guarda.fechar();
          return { tipo: "preparado", preparado: { previa: null, problemas: preparo.problemas, total: preparo.total } };
        }
        const ver = paraVer(preparo.importacao);
        emAndamento = { guarda, importacao: preparo.importacao, ver };
        return { tipo: "preparado", preparado: { previa: ver.previa, avisos: preparo.importacao.avisos } };
      }
      case "ver": {
        const { ver } = aberta();
        return pedido.lista === "chegadas"
          ? { tipo: "chegadas", pagina: paginaDe(ver.chegadas, pedido.de, pedido.quantos, ver) }
          : { tipo: "conflitos", pagina: paginaDe(ver.emConflito, pedido.de, pedido.quantos, ver) };
      }
      case "concluir": {
        const { guarda, importacao } = aberta();
        const escolhas = decididas(importacao, pedido.decisao);
        onEtapa("gravando");
        const gravacao = await concluirImportacao(guarda, importacao, escolhas);
        const porGravar = guarda.porGravar();
        guarda.fechar();
        emAndamento = null;
        return { tipo: "concluido", concluido: { gravacao, porGravar } };
      }
    }
  }

  function aberta(): EmAndamento {
    if (emAndamento === null) throw new RangeError("there is no file to conclude");
    return emAndamento;
  }

  return async (pedido) => {
    const dizer = (noticia: NoticiaDaTroca): void => {
      post({ pedido: pedido.pedido, noticia });
    };
    try {
      dizer(await responder(pedido, (etapa) => {
        dizer({ tipo: "etapa", etapa });
      }));
    } catch (error) {
      dizer({ tipo: "recusa", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  };
}

function decididas({ mescla }: Importacao, { escolhas, resto }: Decisao): ReadonlyMap<string, Escolha> {
  const feitas = new Map<string, Escolha>(resto === null ? [] : mescla.conflitos.map((conflito) => [chaveDoConflito(conflito), resto]));
  for (const [chave, escolha] of escolhas) feitas.set(chave, escolha);
  return feitas;
}
