import type { CivilDate } from "../../src/core/civil-date.ts";
import type {
  Canal,
  MotivoArquivamento,
  OrigemRecurso,
  Situacao,
  TemaDenuncia,
} from "../../src/data/contracts/denuncias.ts";

/** One row of the demonstration complaints; the columns of the contract. */
export interface CasoDemo {
  protocolo: string;
  data_registro: CivilDate | null;
  readonly codigo_ibge: number;
  readonly canal: Canal;
  readonly tema: TemaDenuncia;
  situacao: Situacao;
  readonly anonima: boolean;
  readonly origem_recurso: OrigemRecurso | null;
  data_encaminhamento: CivilDate | null;
  data_notificacao: CivilDate | null;
  data_manifestacao: CivilDate | null;
  data_visita: CivilDate | null;
  data_relatorio: CivilDate | null;
  data_manifestacao_tecnica: CivilDate | null;
  data_resposta: CivilDate | null;
  data_arquivamento: CivilDate | null;
  motivo_arquivamento: MotivoArquivamento | null;
  protocolo_principal: string | null;
}
