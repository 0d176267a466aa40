import { createHash } from "node:crypto";
import type { CivilDate } from "../../src/core/civil-date.ts";
import type { ExtratoPublicado, Publicacao } from "../../src/core/publico/publicacao.ts";
import type { PoliticaDePublicacao } from "../../src/core/publico/politica.ts";
import { EXTRACTS } from "../../src/data/contracts/contract.ts";
import { TEMA_DENUNCIA_ROTULO } from "../../src/data/contracts/denuncias.ts";
import { readMunicipios } from "../extracts/snapshot.ts";
import type { TerritoryFolder } from "../extracts/territory.ts";
import type { EdicaoRegistrada } from "./anteriores.ts";
import type { AssuntoProtegido } from "./assunto.ts";
import { RESULTADO, SITUACAO_DO_PRAZO } from "./fatos.ts";

interface Partes {
  readonly folder: TerritoryFolder;
  readonly politica: PoliticaDePublicacao;
  readonly hoje: CivilDate;
  readonly assuntos: readonly AssuntoProtegido[];
  readonly anteriores: readonly EdicaoRegistrada[];
  readonly nomesDosServicos: ReadonlyMap<string, string>;
}

/** The release without its own hash. */
export function montarPublicada({ folder, politica, hoje, assuntos, anteriores, nomesDosServicos }: Partes): Omit<Publicacao, "hash"> {
  const municipios = readMunicipios(folder.extratos.municipios.rows);
  const { uf, nome } = folder.territorio;
  const { k, marca, arredondamento, anonimas, ocultoAte, encarregado, responsavel, licenca, periodicidade } = politica;
  const lugares: [string, string][] = [
    [uf, nome],
    ...municipios.flatMap(({ regiaoImediata, regiaoIntermediaria }) => [regiaoImediata, regiaoIntermediaria].flatMap((regiao): [string, string][] => (regiao === null ? [] : [[String(regiao.codigo), regiao.nome]]))),
    ...municipios.map((municipio): [string, string] => [String(municipio.codigo), municipio.nome]),
  ];
  const rotulos: Publicacao["rotulos"] = { lugar: Object.fromEntries(lugares), tema: TEMA_DENUNCIA_ROTULO, prazo: SITUACAO_DO_PRAZO, desfecho: RESULTADO, servico: Object.fromEntries(nomesDosServicos) };
  return {
    formato: 1,
    territorio: { uf, nome },
    dataReferencia: hoje,
    politica: sha256(politica),
    protecao: { k, marca, arredondamento, anonimas, ocultoAte, encarregado, responsavel, licenca, periodicidade, quem: QUEM },
    extratos: extratosPublicados(folder, hoje),
    municipios: municipios.map((m) => ({
      codigo: m.codigo,
      nome: m.nome,
      regiao: m.regiaoImediata?.nome ?? null,
      regiaoCodigo: m.regiaoImediata?.codigo ?? null,
      intermediaria: m.regiaoIntermediaria?.nome ?? null,
      intermediariaCodigo: m.regiaoIntermediaria?.codigo ?? null,
      porte: m.porte,
      populacao: m.populacao,
    })),
    rotulos,
    tabelas: assuntos.flatMap(({ tabelas }) => tabelas),
    naoPublicadas: assuntos.flatMap(({ naoPublicadas }) => naoPublicadas),
    provas: assuntos.map(({ assunto, k: kDoAssunto, protegidas: { auditoria, ocultas, sistema } }) => ({
      assunto,
      k: kDoAssunto,
      celulas: sistema.cells.length,
      ocultas: ocultas.size,
      menorLargura: auditoria.menorLargura === null || !Number.isFinite(auditoria.menorLargura) ? null : auditoria.menorLargura,
      descobertas: auditoria.exatas,
      anteriores: anteriores.length,
    })),
  };
}

const QUEM = {
  denuncias: "Cada protocolo principal conta como uma pessoa. Denúncias apensadas, sobre o mesmo fato, contam uma vez só. Os registros não dizem quem denunciou, e por isso o limite é mais alto.",
  servicos: "Cada solicitação conta como uma pessoa.",
} as const;

const DE_PESSOAS = new Set<string>(["denuncias", "andamentos"]);

/** From when to when each extract goes; of complaints only the months, so that no day of a record goes out. */
function extratosPublicados({ extratos }: TerritoryFolder, hoje: CivilDate): ExtratoPublicado[] {
  return EXTRACTS.flatMap((id): ExtratoPublicado[] => {
    const { rows, demonstracao } = extratos[id];
    if (rows.length === 0 || id === "andamentos" || id === "planos") return [];
    const coluna = ({ denuncias: "data_registro", apoios: "data", servicos: "ano", indicadores: "periodo", municipios: "ano_censo" } as const)[id];
    const valores = rows.flatMap((row) => row[coluna] || []).filter((valor) => valor.slice(0, 10) <= hoje && valor >= "2000").sort();
    const corte = (valor: string | undefined): string | null => (valor === undefined ? null : DE_PESSOAS.has(id) ? valor.slice(0, 7) : id === "apoios" ? valor.slice(0, 4) : valor);
    return [{ id, demonstracao, inicio: corte(valores[0]), fim: corte(valores.at(-1)) }];
  });
}

/** SHA-256 of a value as JSON. */
export function sha256(valor: unknown): string {
  return createHash("sha256").update(JSON.stringify(valor)).digest("hex");
}

