import { useQuery } from "@tanstack/react-query";
import type { TransferDetailDto, TransferSettlementDto, TransferSettlementLineDto } from "@linli/contracts";
import { Alert, Button, Card, Flex, Table, type TableColumnsType } from "antd";
import { Link } from "react-router";
import { DescriptionList } from "../../components/description-list";
import { Money } from "../../components/money";
import { QueryView } from "../../components/query-view";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { transferQueries } from "./transfers.queries";

/** 结算: every charge with the old and the new part, day by day, and how each came about. */
export function TransferSettlement({ transfer, onNext }: { transfer: TransferDetailDto; onNext?: () => void }) {
  const projectId = useProjectId();
  const query = useQuery({
    ...transferQueries.settlement(projectId, transfer.id),
    enabled: transfer.transferOn !== null,
  });
  return (
    <>
      {transfer.transferOn === null ? (
        <Alert type="info" showIcon className="form-note" title="先在“过户信息”填写过户日期，再看按天的结算" />
      ) : (
        <QueryView query={query}>
          {(settlement) => <Settled settlement={settlement} roomId={transfer.roomId} />}
        </QueryView>
      )}
      {onNext && (
        <Flex className="page-form-buttons">
          <Button type="primary" onClick={onNext}>
            下一步：确认
          </Button>
        </Flex>
      )}
    </>
  );
}

function Settled({ settlement, roomId }: { settlement: TransferSettlementDto; roomId: string }) {
  const linkTo = usePageLink();
  const charges = linkTo(`billing/charges?roomId=${roomId}`);
  const { transferOn, isFinal, lines, prepayments } = settlement;
  return (
    <Card
      size="small"
      className="transfer-part"
      title={isFinal ? `结算结果（${transferOn} 起归新业主）` : `按今天的账目预览（${transferOn} 起归新业主）`}
      extra={charges && <Link to={charges}>房间的应收</Link>}
    >
      <Table<TransferSettlementLineDto>
        size="small"
        rowKey="chargeId"
        dataSource={lines}
        columns={columns}
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: "没有需要结算的应收" }}
        expandable={{
          columnTitle: "计算",
          columnWidth: 56,
          expandedRowRender: (line) => <Explanation line={line} />,
          rowExpandable: ({ oldExplanation, newExplanation }) => oldExplanation.length + newExplanation.length > 0,
        }}
      />
      <DescriptionList
        columns={3}
        items={[
          ["原业主未缴合计", <Money key="a" fen={settlement.oldOwesFen} unit />],
          ["预收冲抵", <Money key="b" fen={settlement.offsetFen} unit />],
          ["原业主还欠", <Money key="c" fen={settlement.oldRestFen} strong unit />],
          settlement.assumedFen > 0 && ["由新业主承担的欠费", <Money key="d" fen={settlement.assumedFen} unit />],
          prepayments.length > 0 && ["应退预收", <Money key="e" fen={settlement.refundFen} unit />],
          settlement.askedBackFen > 0 && [
            "此前已申请退还（仍归原业主）",
            <Money key="j" fen={settlement.askedBackFen} unit />,
          ],
          settlement.carriedFen > 0 && ["转给新业主的预收", <Money key="f" fen={settlement.carriedFen} unit />],
          ["双方自行结算", <Money key="g" fen={settlement.settleFen} unit />],
          ["新业主应缴", <Money key="h" fen={settlement.newOwesFen} strong unit />],
          settlement.receiptNos.length > 0 && ["冲抵收据", <Receipts key="i" numbers={settlement.receiptNos} />],
        ]}
      />
    </Card>
  );
}

const money = (title: string, key: keyof TransferSettlementLineDto & `${string}Fen`) => ({
  title,
  key,
  align: "right" as const,
  render: (_value: unknown, line: TransferSettlementLineDto) => <Money fen={line[key]} />,
});

const columns: TableColumnsType<TransferSettlementLineDto> = [
  { title: "收费项目", dataIndex: "feeItemName" },
  { title: "服务期间", key: "span", render: (_value, line) => `${line.serviceFrom} 至 ${line.serviceTo}` },
  { title: "收费对象", dataIndex: "payerName" },
  money("应收", "amountFen"),
  money("已收", "paidFen"),
  {
    title: "原业主",
    children: [
      { title: "天数", key: "oldDays", dataIndex: "oldDays", align: "right" },
      money("金额", "oldFen"),
      money("未缴", "oldOpenFen"),
    ],
  },
  {
    title: "新业主",
    children: [
      { title: "天数", key: "newDays", dataIndex: "newDays", align: "right" },
      money("金额", "newFen"),
      money("未缴", "newOpenFen"),
    ],
  },
  money("双方自行结算", "settleFen"),
];

function Explanation({ line }: { line: TransferSettlementLineDto }) {
  const { payerName, newPayerName, oldExplanation, newExplanation } = line;
  return (
    <>
      {oldExplanation.length > 0 && (
        <p className="transfer-why">
          {payerName}：{oldExplanation.join("；")}
        </p>
      )}
      {newExplanation.length > 0 && (
        <p className="transfer-why">
          {newPayerName ?? "新业主"}：{newExplanation.join("；")}
        </p>
      )}
    </>
  );
}

/** The receipts that offset the prepayment, found in the list of receipts. */
function Receipts({ numbers }: { numbers: readonly string[] }) {
  const linkTo = usePageLink();
  return numbers.map((number, index) => {
    const to = linkTo(`billing/receipts?q=${number}`);
    return (
      <span key={number}>
        {index > 0 && "、"}
        {to ? <Link to={to}>{number}</Link> : number}
      </span>
    );
  });
}
