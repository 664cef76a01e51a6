import { ExactNumber } from '../api/exact-json.js';
import { words } from '../common/words.js';

export interface ReportProgressInput {
  readonly project: string;
  readonly asOf: string;
  readonly percent: string;
  readonly disbursed: string;
  readonly plannedPercent?: string | null;
  readonly plannedDisbursed?: string | null;
  readonly delayReasons?: readonly string[] | null;
  readonly note?: string | null;
  readonly correctionReason?: string | null;
}

export interface AdjustBudgetLineInput {
  readonly line: string;
  readonly amounts: readonly { readonly stage: string; readonly amount: string; readonly source?: string | null }[];
  readonly reason?: string | null;
  readonly confirmScaleJump?: string | null;
}

export interface EnterFiguresInput {
  readonly report: string;
  readonly figures: readonly {
    readonly metric: string;
    readonly unitOfMeasure: string;
    readonly value?: string | null;
    readonly noDataReason?: string | null;
    readonly source?: string | null;
    readonly note?: string | null;
    readonly why?: string | null;
    readonly scaleAnswer?: string | null;
  }[];
}

/** What the API takes; numbers with exactly the digits the client sent. */
export const progressBody = (input: ReportProgressInput) => ({
  asOf: input.asOf,
  percent: number(input.percent),
  disbursed: number(input.disbursed),
  plannedPercent: number(input.plannedPercent),
  plannedDisbursed: number(input.plannedDisbursed),
  delayReasons: input.delayReasons?.map((reason) => words.toApi(reason)) ?? null,
  note: input.note ?? null,
  correctionReason: input.correctionReason ?? null,
});

export const adjustBody = (input: AdjustBudgetLineInput) => ({
  amounts: input.amounts.map(({ stage, amount, source }) => ({
    stage: words.toApi(stage),
    amount: number(amount),
    source: source ?? null,
  })),
  reason: input.reason ?? null,
  confirmScaleJump: input.confirmScaleJump ?? null,
});

export const figuresBody = (input: EnterFiguresInput) => ({
  figures: input.figures.map((figure) => ({
    metric: figure.metric,
    unitOfMeasure: figure.unitOfMeasure,
    value: number(figure.value),
    noDataReason: figure.noDataReason ?? null,
    source: figure.source ?? null,
    note: figure.note ?? null,
    why: figure.why ?? null,
    scaleAnswer: figure.scaleAnswer ?? null,
  })),
});

function number(text: string | null | undefined): ExactNumber | null {
  return text === null || text === undefined ? null : new ExactNumber(text);
}
