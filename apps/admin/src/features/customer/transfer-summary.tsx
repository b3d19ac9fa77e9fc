import type { TransferDetailDto } from "@linli/contracts";
import {
  arrearsHandlingLabels,
  meterKindLabels,
  prepaymentHandlingLabels,
  relationChoiceLabels,
  relationRoleLabels,
  transferDocumentLabels,
  transferReasonLabels,
} from "@linli/contracts/enums";
import { Card, Flex } from "antd";
import { Link } from "react-router";
import { Attachments } from "../../components/attachments";
import { DescriptionList } from "../../components/description-list";
import { usePageLink } from "../../lib/page-links";

/** What was entered, to be read. */
export function TransferSummary({ transfer, canAttach = false }: { transfer: TransferDetailDto; canAttach?: boolean }) {
  const { relations, owners, readings, payerCustomerId } = transfer;
  const payer = [...owners, ...relations].find(({ customerId }) => customerId === payerCustomerId);
  return (
    <>
      <Card size="small" title="过户资料" className="transfer-part">
        <DescriptionList
          items={[
            ["过户日期", transfer.transferOn],
            ["过户原因", transfer.reason && transferReasonLabels[transfer.reason]],
            ["收费对象", payer?.customerName ?? "新业主本人"],
            ["欠费处理", arrearsHandlingLabels[transfer.arrears]],
            ["预收处理", prepaymentHandlingLabels[transfer.prepayment]],
            [
              "仪表读数",
              readings
                .map(({ kind, meterNo, reading }) => `${meterKindLabels[kind]} ${meterNo}：${reading}`)
                .join("；"),
            ],
            ["备注", transfer.remark],
          ]}
        />
        <DescriptionList
          columns={2}
          items={[
            [
              transfer.status === "COMPLETED" ? "原业主" : "现有客户",
              <People
                key="old"
                people={relations.map(({ customerId, customerName, role, share, choice }) => ({
                  customerId,
                  customerName,
                  note:
                    transfer.status === "COMPLETED"
                      ? (share && `${share}%`) || ""
                      : `${relationRoleLabels[role]}${share ? ` ${share}%` : ""}，${relationChoiceLabels[choice]}`,
                }))}
              />,
            ],
            [
              "新业主",
              <People
                key="new"
                people={owners.map(({ customerId, customerName, share }) => ({
                  customerId,
                  customerName,
                  note: share ? `${share}%` : "",
                }))}
              />,
            ],
          ]}
        />
      </Card>
      <Card size="small" title="文件" className="transfer-part">
        <Attachments ownerType="transfer" ownerId={transfer.id} kinds={transferDocumentLabels} canWrite={canAttach} />
      </Card>
    </>
  );
}

function People({ people }: { people: { customerId: string; customerName: string; note: string }[] }) {
  const linkTo = usePageLink();
  if (people.length === 0) return <>—</>;
  return (
    <Flex vertical gap={2}>
      {people.map(({ customerId, customerName, note }, index) => {
        const to = linkTo(`customer/customers/${customerId}`);
        return (
          <span key={`${customerId}-${index}`}>
            {to ? <Link to={to}>{customerName}</Link> : customerName}
            {note && <span className="transfer-detail">{note}</span>}
          </span>
        );
      })}
    </Flex>
  );
}
