import type { DebitAgreementDto, DebitAgreementQueryDto, RoomDto } from "@linli/contracts";
import { debitAgreementStatusLabels } from "@linli/contracts/enums";
import { Button, Flex } from "antd";
import { Can } from "../../../components/can";
import {
  actionsColumn,
  type Column,
  dateColumn,
  moneyColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { ListPage } from "../../../components/list-page";
import { ListTable } from "../../../components/list-table";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { RoomSelect } from "../../property/room-select";
import { AgreementActions } from "./agreement-actions";
import { AgreementForm } from "./agreement-form";
import { AgreementPapers } from "./agreement-papers";
import { debitQueries } from "./debit.queries";
import { agreementTones } from "./debit-words";

const filters = [
  { name: "q", label: "关键字", placeholder: "协议号、姓名或房号", width: 180 },
  { name: "status", label: "状态", labels: debitAgreementStatusLabels, width: 110 },
  { name: "roomId", label: "房间", input: <RoomSelect /> },
] satisfies ListFilter<keyof DebitAgreementQueryDto & string>[];

const columns: Column<DebitAgreementDto>[] = [
  textColumn("agreementNo", "协议号码"),
  statusColumn("status", "状态", debitAgreementStatusLabels, agreementTones),
  textColumn("customerName", "客户"),
  textColumn("holder", "开户人"),
  textColumn("accountMasked", "账号"),
  textColumn("bankName", "银行"),
  { key: "rooms", title: "房间", render: (_v, { rooms }) => rooms.map(({ code }) => code).join("、") },
  { key: "feeItems", title: "收费项目", render: (_v, { feeItems }) => feeItems.map(({ name }) => name).join("、") },
  textColumn("schemeName", "方案"),
  moneyColumn("limitFen", "限额（元）"),
  dateColumn("validFrom", "生效"),
  dateColumn("validTo", "失效"),
  textColumn("statusReason", "说明"),
  actionsColumn(
    (agreement) => (
      <Flex gap={4} wrap>
        <AgreementPapers agreement={agreement} />
        <AgreementActions agreement={agreement} />
      </Flex>
    ),
    300,
  ),
];

/** 划款协议: whose account pays for which rooms and items (BIL-100). */
export function AgreementsPage() {
  const table = useListTable({ list: debitQueries.agreements(useProjectId()), filters, paging: "cursor" });
  return (
    <ListPage
      name="debit-agreements"
      title="划款协议"
      help="debit"
      table={table}
      columns={columns}
      actions={
        <Can do="billing:debit-agreement">
          <AgreementForm trigger={<Button type="primary">登记协议</Button>} />
        </Can>
      }
      empty="还没有划款协议。业主签了协议，费用就可以由银行代扣。"
    />
  );
}

/** The agreements of a room, on its page. */
export function RoomAgreements({ room: { id: roomId } }: { room: RoomDto }) {
  const list = debitQueries.agreements(useProjectId());
  const table = useListTable({
    list: (query: DebitAgreementQueryDto) => list({ ...query, roomId }),
    paging: "cursor",
    keep: "memory",
  });
  return (
    <>
      <Can do="billing:debit-agreement">
        <AgreementForm roomId={roomId} trigger={<Button style={{ marginBottom: 12 }}>登记划款协议</Button>} />
      </Can>
      <ListTable name="room-debit-agreements" table={table} columns={columns} empty="这个房间没有划款协议。" />
    </>
  );
}
