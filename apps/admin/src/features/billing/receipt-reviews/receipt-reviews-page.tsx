import { useMutation } from "@tanstack/react-query";
import type { ReceiptReviewQueryDto, ReviewedReceiptDto } from "@linli/contracts";
import { receiptReviewStateLabels } from "@linli/contracts/enums";
import { ConfirmButton } from "../../../components/confirm-button";
import { type Column, moneyColumn } from "../../../components/columns";
import { ListPage } from "../../../components/list-page";
import { Money } from "../../../components/money";
import { formatMoment } from "../../../lib/dates";
import type { ListFilter } from "../../../lib/list-filter";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { receiptColumns } from "../receipt-columns";
import { receiptReviewQueries, reviewReceipts } from "./receipt-reviews.queries";
import { ReviewRule } from "./review-rule";

const filters = [
  { name: "state", label: "审核", labels: receiptReviewStateLabels, width: 120 },
  { name: "from", to: "to", label: "收款日期", range: "dates" },
  { name: "withPrepayment", label: "预收", labels: { true: "仅含预收" }, width: 110 },
] satisfies ListFilter<keyof ReceiptReviewQueryDto & string>[];

/** 收款审核: receipts of the desk, looked at by somebody who did not take the money (3.1 no. 7 and 10). */
export function ReceiptReviewsPage() {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const mayReview = useCan("billing:review");
  const table = useListTable({ list: receiptReviewQueries.list(projectId), filters, paging: "cursor", pageSize: 50 });
  const { mutateAsync } = useMutation(reviewReceipts(projectId));
  const columns: Column<ReviewedReceiptDto>[] = [
    ...receiptColumns<ReviewedReceiptDto>(({ id }) => linkTo(`billing/receipts/${id}`)).filter(
      ({ key }) => key !== "prepaymentFen",
    ),
    moneyColumn("prepaymentFen", "其中预收"),
    { key: "review", title: "审核", render: (_value, row: ReviewedReceiptDto) => reviewOf(row) },
  ];
  return (
    <ListPage
      name="receipt-reviews"
      title="收款审核"
      help="receipt-reviews"
      description="收银台开的收据和红字收据，由没有经手的人审核。托收、线上支付和系统冲抵的不用审核。"
      table={table}
      columns={columns}
      actions={<ReviewRule />}
      summary={({ receipts, amountFen, prepaymentFen }) => (
        <>
          共 {receipts} 张，合计 <Money fen={amountFen} strong /> 元，其中预收 <Money fen={prepaymentFen} /> 元
        </>
      )}
      isSelectable={({ own, reviewedAt }) => !own && reviewedAt === null}
      batchActions={
        mayReview
          ? ({ ids, rows, clear }) => (
              <ConfirmButton
                type="primary"
                title={`审核 ${ids.length} 张收据？`}
                content={`合计 ${formatFen(sumOf(rows))} 元。审核后不能撤回，发现有误时红冲重开。`}
                okText="审核"
                onConfirm={async () => {
                  await mutateAsync({ receiptIds: ids });
                  clear();
                }}
              >
                {`审核 ${ids.length} 张`}
              </ConfirmButton>
            )
          : undefined
      }
      empty="没有符合条件的收银台收据。"
    />
  );
}

const sumOf = (rows: readonly ReviewedReceiptDto[]) => rows.reduce((sum, { amountFen }) => sum + amountFen, 0);

function reviewOf({ own, reviewedAt, reviewedByName }: ReviewedReceiptDto) {
  if (reviewedAt !== null) return `${reviewedByName ?? ""} ${formatMoment(reviewedAt)}`;
  return own ? "本人经手，须他人审核" : receiptReviewStateLabels.OPEN;
}
