import { useQuery } from "@tanstack/react-query";
import type { VoucherExportDetailDto } from "@linli/contracts";
import { Alert } from "antd";
import { useParams } from "react-router";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { ThingTimeline } from "../../../components/thing-timeline";
import { formatMoment, formatPeriod } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { ExportActions } from "./voucher-export-actions";
import { VoucherFigures, VoucherList } from "./voucher-list";
import { voucherQueries } from "./vouchers.queries";

/** One export with its vouchers as they were given to finance. */
export function VoucherExportPage() {
  const { exportId = "" } = useParams();
  const query = useQuery(voucherQueries.export(useProjectId(), exportId));
  return <QueryView query={query}>{(given) => <Export given={given} />}</QueryView>;
}

function Export({ given }: { given: VoucherExportDetailDto }) {
  return (
    <>
      <PageHeader
        title={`凭证 ${given.exportNo}`}
        back="billing/vouchers"
        help="vouchers"
        tags={
          given.cancelledAt ? (
            <span className="tone tone-warning">已作废</span>
          ) : (
            <span className="tone tone-good">有效</span>
          )
        }
        description={`${formatPeriod(given.period)}，${given.exportedByName}于 ${formatMoment(given.exportedAt)} 导出`}
        actions={<ExportActions given={given} />}
        figures={<VoucherFigures vouchers={given.vouchers} />}
      />
      {given.cancelledAt && (
        <Alert
          type="warning"
          showIcon
          style={{ margin: "12px 0" }}
          title={`${given.cancelledByName ?? ""}于 ${formatMoment(given.cancelledAt)} 作废：${given.cancelReason ?? ""}`}
        />
      )}
      <VoucherList vouchers={given.vouchers} empty="没有凭证" />
      <h2 className="section-title">历史</h2>
      <ThingTimeline entity="voucher-export" entityId={given.id} />
    </>
  );
}
