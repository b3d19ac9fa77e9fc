import { useMutation } from "@tanstack/react-query";
import type { FundDocumentDto, FundDocumentQueryDto, FundEntryDto } from "@linli/contracts";
import { fundDocumentKindLabels, fundEntryKindLabels, fundFileLabels } from "@linli/contracts/enums";
import { Drawer } from "antd";
import { useState } from "react";
import { Attachments } from "../../../components/attachments";
import { Can } from "../../../components/can";
import {
  areaColumn,
  type Column,
  countColumn,
  dateColumn,
  moneyColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { DescriptionList } from "../../../components/description-list";
import { ListPage } from "../../../components/list-page";
import { ListTable } from "../../../components/list-table";
import { Money } from "../../../components/money";
import { formatMoment } from "../../../lib/dates";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { ReversalState, ReverseEntry, stands } from "../reversal";
import { fundQueries, reverseDocument } from "./maintenance-fund.queries";
import { RecordStatement } from "./record-statement";
import { RecordUse } from "./record-use";

const tones = { STATEMENT: "neutral", USE: "warning" } as const;

const filters = [
  { name: "q", label: "关键字", placeholder: "名称、单位或批复号", width: 200 },
  { name: "kind", label: "类别", labels: fundDocumentKindLabels, width: 140 },
] satisfies ListFilter<keyof FundDocumentQueryDto & string>[];

const columns: Column<FundDocumentDto>[] = [
  dateColumn("bookedOn", "日期"),
  statusColumn("kind", "类别", fundDocumentKindLabels, tones),
  textColumn("title", "名称"),
  textColumn("scope", "分摊范围"),
  countColumn("roomCount", "户数"),
  moneyColumn("amountFen", "余额变动（元）"),
  moneyColumn("selfPaidFen", "业主自付", { hidden: true }),
  textColumn("party", "施工或收款单位"),
  textColumn("referenceNo", "对账单号/批复号", { hidden: true }),
  { key: "state", title: "状态", render: (_value, document) => <ReversalState {...document} /> },
  textColumn("recordedByName", "登记人"),
];

/** 维修资金登记: statements and uses, with what they did to every household (BIL-130). */
export function FundDocumentsPage() {
  const table = useListTable({ list: fundQueries.documents(useProjectId()), filters, paging: "cursor" });
  const [shown, setShown] = useState<FundDocumentDto>();
  return (
    <>
      <ListPage
        name="fund-documents"
        title="维修资金登记"
        help="maintenance-fund"
        table={table}
        columns={columns}
        onRowClick={setShown}
        opener="title"
        actions={
          <Can do="billing:maintenance-fund">
            <RecordStatement />
            <RecordUse />
          </Can>
        }
        empty="还没有登记对账单或使用"
      />
      <Drawer
        title={shown?.title}
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        size={640}
        styles={{ wrapper: { maxWidth: "100vw" } }}
        destroyOnHidden
      >
        {shown && <Document document={shown} onReversed={() => setShown(undefined)} />}
      </Drawer>
    </>
  );
}

const entryColumns: Column<FundEntryDto>[] = [
  textColumn("roomCode", "房号"),
  statusColumn("kind", "类别", fundEntryKindLabels),
  areaColumn("area", "建筑面积"),
  moneyColumn("amountFen", "增减（元）"),
  moneyColumn("selfPaidFen", "业主自付（元）"),
];

function Document({ document, onReversed }: { document: FundDocumentDto; onReversed: () => void }) {
  const mayWrite = useCan("billing:maintenance-fund");
  const table = useListTable({
    list: fundQueries.documentEntries(useProjectId(), document.id),
    filters: [],
    paging: "cursor",
  });
  const isUse = document.kind === "USE";
  return (
    <>
      <DescriptionList
        columns={2}
        items={[
          ["类别", fundDocumentKindLabels[document.kind]],
          ["状态", <ReversalState key="state" {...document} />],
          [isUse ? "划款日期" : "对账日期", document.bookedOn],
          ["余额变动", <Money key="amount" fen={document.amountFen} strong unit />],
          isUse && ["业主表决日期", document.decidedOn],
          isUse && ["分摊范围", document.scope],
          isUse && ["施工或收款单位", document.party],
          isUse && ["业主自付", <Money key="self" fen={document.selfPaidFen} unit />],
          [isUse ? "备案或批复号" : "对账单号", document.referenceNo],
          ["登记人", `${document.recordedByName}，${formatMoment(document.createdAt)}`],
        ]}
      />
      <h3>分户明细</h3>
      <ListTable name="fund-document-entries" table={table} columns={entryColumns} empty="没有明细" />
      <h3>附件</h3>
      <Attachments
        ownerType="fund-document"
        ownerId={document.id}
        kinds={fundFileLabels}
        canWrite={mayWrite && stands(document)}
      />
      {stands(document) && (
        <Can do="billing:maintenance-fund">
          <Reverse document={document} onReversed={onReversed} />
        </Can>
      )}
    </>
  );
}

function Reverse({ document, onReversed }: { document: FundDocumentDto; onReversed: () => void }) {
  const { mutateAsync } = useMutation(reverseDocument(useProjectId(), document.id));
  return (
    <ReverseEntry
      dto="ReverseFundDocumentDto"
      title="红冲这次登记"
      note={`${document.roomCount} 户各记一笔今天的红字；原来的登记仍然可见。`}
      onReverse={(body) => mutateAsync(body).then(onReversed)}
    />
  );
}
