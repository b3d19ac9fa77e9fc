import type { ShiftItemDto, ShiftMethodDto, TakingsTotalsDto } from "@linli/contracts";
import { paymentMethodLabels } from "@linli/contracts/enums";
import { amountColumn, PrintTable } from "../../../components/print-table";
import "../../../components/print-sheet.css";
import "./shift-print.css";

/** Takings by method and by fee item on paper. */
export function PrintedTotals({ totals }: { totals: TakingsTotalsDto }) {
  return (
    <>
      <h2>按收款方式</h2>
      <PrintTable
        label="按收款方式"
        rows={totals.methods}
        columns={[
          { title: "收款方式", value: ({ method }) => paymentMethodLabels[method] },
          amountColumn<ShiftMethodDto>("收款", ({ receivedFen }) => receivedFen),
          amountColumn<ShiftMethodDto>("红冲", ({ reversedFen }) => reversedFen),
          amountColumn<ShiftMethodDto>("退款", ({ refundedFen }) => refundedFen),
        ]}
      />
      <h2>按收费项目（已减红冲）</h2>
      <PrintTable
        label="按收费项目"
        rows={totals.items}
        columns={[
          { title: "收费项目", value: ({ feeItemName }) => feeItemName },
          amountColumn<ShiftItemDto>("收款", ({ receivedFen }) => receivedFen),
          amountColumn<ShiftItemDto>("预收冲抵", ({ offsetFen }) => offsetFen),
        ]}
      />
    </>
  );
}

export function PrintFacts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="print-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
