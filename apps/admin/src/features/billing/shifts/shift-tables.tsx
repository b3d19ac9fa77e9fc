import type { ShiftItemDto, ShiftMethodDto, ShiftTotalsDto, TakingsTotalsDto } from "@linli/contracts";
import { feeItemKindLabels, paymentMethodLabels } from "@linli/contracts/enums";
import { Table } from "antd";
import { Money } from "../../../components/money";
import "./shifts.css";

interface CashLine {
  name: string;
  fen: number;
}

/** What a shift took, by method, by fee item, and how its cash comes about. */
export function ShiftTables({ totals, floatFen }: { totals: ShiftTotalsDto; floatFen: number }) {
  return (
    <div className="shift-tables">
      <MethodTable totals={totals} />
      <section aria-label="现金">
        <h2 className="section-title">现金</h2>
        <Table<CashLine>
          size="small"
          rowKey="name"
          pagination={false}
          dataSource={[
            { name: "备用金", fen: floatFen },
            { name: "现金收款", fen: totals.cashInFen },
            { name: "现金退款和作废", fen: totals.cashOutFen },
            { name: "当班解款", fen: totals.bankedFen },
            { name: "应有现金", fen: totals.expectedFen },
          ]}
          columns={[{ dataIndex: "name", title: "项目" }, amount<CashLine>("金额（元）", ({ fen }) => fen)]}
        />
        <p className="unsaved-hint">当天作废的当场退回；红冲本身不动现金，退给客户时以退款计。</p>
      </section>
      <ItemTable totals={totals} />
    </div>
  );
}

/** Takings by method. */
export function MethodTable({ totals }: { totals: TakingsTotalsDto }) {
  return (
    <section aria-label="按收款方式">
      <h2 className="section-title">按收款方式</h2>
      <Table<ShiftMethodDto>
        size="small"
        rowKey="method"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={totals.methods}
        locale={{ emptyText: "还没有收款" }}
        columns={[
          { key: "method", title: "收款方式", render: (_v, { method }) => paymentMethodLabels[method] },
          amount<ShiftMethodDto>("收款", ({ receivedFen }) => receivedFen),
          amount<ShiftMethodDto>("红冲", ({ reversedFen }) => reversedFen),
          amount<ShiftMethodDto>("退款", ({ refundedFen }) => refundedFen),
        ]}
      />
    </section>
  );
}

/** Takings by fee item, red receipts deducted. */
export function ItemTable({ totals }: { totals: TakingsTotalsDto }) {
  return (
    <section aria-label="按收费项目">
      <h2 className="section-title">按收费项目（已减红冲）</h2>
      <Table<ShiftItemDto>
        size="small"
        rowKey="feeItemId"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={totals.items}
        locale={{ emptyText: "还没有收款" }}
        columns={[
          { dataIndex: "feeItemName", title: "收费项目" },
          { key: "kind", title: "类别", render: (_v, { kind }) => feeItemKindLabels[kind] },
          amount<ShiftItemDto>("收款", ({ receivedFen }) => receivedFen),
          amount<ShiftItemDto>("预收冲抵", ({ offsetFen }) => offsetFen),
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={2}>
              合计（其中押金 <Money fen={totals.depositsFen} />
              ），另转入预收 <Money fen={totals.prepaymentFen} />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={2} align="right">
              <Money fen={totals.items.reduce((sum, { receivedFen }) => sum + receivedFen, 0)} strong />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={3} align="right">
              <Money fen={totals.offsetFen} strong />
            </Table.Summary.Cell>
          </Table.Summary.Row>
        )}
      />
    </section>
  );
}

const amount = <Row,>(title: string, fenOf: (row: Row) => number) => ({
  key: title,
  title,
  align: "right" as const,
  render: (_value: unknown, row: Row) => <Money fen={fenOf(row)} />,
});
