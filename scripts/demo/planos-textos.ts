/** What a difficulty of the demonstration is, and the actions that see to it: the municipality's and the state's. */
export interface Dificuldade {
  readonly dificuldade: string;
  readonly acoes: readonly string[];
  readonly apoio: readonly string[];
}

export const DIFICULDADES: readonly Dificuldade[] = [
  {
    dificuldade: "Equipe de referência do CRAS incompleta",
    acoes: ["Publicar edital de processo seletivo", "Contratar assistente social", "Contratar psicólogo", "Designar coordenação do CRAS", "Atualizar o CadSUAS", "Aprovar lei de cargos"],
    apoio: ["Orientar sobre a NOB-RH", "Enviar modelo de edital", "Visitar o CRAS após a contratação", "Conferir o CadSUAS atualizado"],
  },
  {
    dificuldade: "Plano municipal de assistência social vencido",
    acoes: ["Formar comissão de elaboração", "Fazer o diagnóstico socioterritorial", "Realizar consulta pública", "Aprovar o plano no conselho", "Publicar o plano"],
    apoio: ["Enviar dados da vigilância do município", "Realizar oficina sobre o plano", "Comentar a minuta do plano"],
  },
  {
    dificuldade: "Conselho municipal sem reuniões regulares",
    acoes: ["Aprovar calendário anual de reuniões", "Recompor a representação da sociedade civil", "Designar secretaria executiva", "Publicar as atas"],
    apoio: ["Capacitar conselheiros", "Orientar sobre o regimento interno", "Acompanhar a primeira reunião"],
  },
  {
    dificuldade: "Saldo parado no fundo municipal",
    acoes: ["Elaborar plano de aplicação", "Licitar os itens previstos", "Prestar contas ao conselho", "Reprogramar o saldo", "Treinar a equipe do fundo"],
    apoio: ["Analisar os extratos do fundo", "Orientar sobre a reprogramação", "Realizar oficina sobre o fundo"],
  },
  {
    dificuldade: "Ausência de lei de benefícios eventuais",
    acoes: ["Redigir minuta da lei", "Discutir a minuta no conselho", "Enviar o projeto à câmara", "Regulamentar por decreto", "Divulgar os critérios"],
    apoio: ["Enviar modelo de lei", "Comentar a minuta", "Orientar o conselho"],
  },
  {
    dificuldade: "Cadastros desatualizados no Cadastro Único",
    acoes: ["Fazer mutirão de atualização", "Contratar entrevistadores", "Abrir posto em área rural", "Divulgar o calendário"],
    apoio: ["Capacitar entrevistadores", "Enviar a lista de revisão", "Acompanhar a averiguação"],
  },
  {
    dificuldade: "Serviço de convivência sem grupos em funcionamento",
    acoes: ["Mapear o público prioritário", "Contratar orientadores sociais", "Alugar espaço adequado", "Iniciar os grupos", "Registrar a frequência"],
    apoio: ["Orientar sobre a organização dos grupos", "Visitar o serviço"],
  },
  {
    dificuldade: "Medidas socioeducativas sem acompanhamento",
    acoes: ["Designar técnico de referência", "Elaborar o plano municipal", "Pactuar fluxo com o judiciário", "Implantar o plano individual"],
    apoio: ["Realizar encontro sobre o fluxo", "Comentar o plano municipal", "Orientar a equipe"],
  },
];

export const ORGAOS = {
  providencias: ["Secretaria municipal de assistência social", "CRAS", "CREAS", "Conselho municipal de assistência social", "Fundo municipal de assistência social", "Vigilância socioassistencial do município"],
  apoio: ["Gestão do SUAS no Estado", "Serviços socioassistenciais do Estado", "Benefícios e programas do Estado", "Gabinete da assistência social do Estado"],
} as const;

export const EVIDENCIAS: readonly string[] = ["Ata da reunião", "Portaria publicada", "Lei publicada", "Relatório da atividade", "Lista de presença sem nomes, só a contagem", "Extrato do sistema", "Ofício recebido", "Contrato assinado"];

export const SERVICOS: readonly { readonly servico: string; readonly peso: number; readonly dias: number; readonly nota: number }[] = [
  { servico: "Cadastro Único: atualização (demonstração)", peso: 60, dias: 6, nota: 0.74 },
  { servico: "Benefício eventual: concessão (demonstração)", peso: 14, dias: 9, nota: 0.66 },
  { servico: "PAIF: acolhida (demonstração)", peso: 20, dias: 12, nota: 0.8 },
  { servico: "PAEFI: acolhida (demonstração)", peso: 5, dias: 15, nota: 0.72 },
  { servico: "Convivência: inscrição (demonstração)", peso: 11, dias: 18, nota: 0.83 },
  { servico: "BPC: orientação (demonstração)", peso: 7, dias: 24, nota: 0.7 },
];
