import { useMutation } from "@tanstack/react-query";
import type { VoucherExportDto, VoucherMonthDto } from "@linli/contracts";
import { Button, Input } from "antd";
import { useState } from "react";
import { Can } from "../../../components/can";
import { ConfirmButton } from "../../../components/confirm-button";
import { DownloadButton } from "../../../components/download-button";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { formatPeriod } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { cancelVoucherExport, exportVouchers, filePath } from "./vouchers.queries";

/** Gives a month to finance. */
export function ExportButton({ month }: { month: VoucherMonthDto }) {
  const { period, vouchers, amountFen } = month;
  const { mutateAsync } = useMutation(exportVouchers(useProjectId(), period));
  // Kept until it worked: a retry exports once.
  const [id, setId] = useState(newId);
  return (
    <ConfirmButton
      type="primary"
      title={`导出 ${formatPeriod(period)}的凭证？`}
      content={`共 ${vouchers.length} 张，借贷各 ${formatFen(amountFen)} 元。导出以后这个月不能反结账，除非作废这次导出。`}
      okText="导出"
      onConfirm={async () => {
        await mutateAsync(id);
        setId(newId());
      }}
    >
      导出凭证
    </ConfirmButton>
  );
}

/** Files of an export, and taking it back. */
export function ExportActions({ given }: { given: VoucherExportDto }) {
  const projectId = useProjectId();
  return (
    <Can do="billing:vouchers">
      <DownloadButton
        size="small"
        path={filePath(projectId, given.id, "xlsx")}
        aria-label={`下载 ${given.exportNo} Excel`}
      >
        Excel
      </DownloadButton>
      <DownloadButton
        size="small"
        path={filePath(projectId, given.id, "csv")}
        aria-label={`下载 ${given.exportNo} CSV`}
      >
        CSV
      </DownloadButton>
      {!given.cancelledAt && <CancelDialog given={given} />}
    </Can>
  );
}

function CancelDialog({ given: { id, exportNo, period } }: { given: VoucherExportDto }) {
  const { mutateAsync } = useMutation(cancelVoucherExport(useProjectId(), id));
  return (
    <FormDialog<{ reason: string }>
      name={`cancel-${exportNo}`}
      title={`作废导出 ${exportNo}（${formatPeriod(period)}）`}
      kind="modal"
      danger
      submitText="作废"
      trigger={
        <Button size="small" aria-label={`作废 ${exportNo}`}>
          作废
        </Button>
      }
      dto="CancelVoucherExportDto"
      note="请先与财务确认这些凭证没有入账，或已经撤销。作废以后可以重新导出，也可以反结账；原来的凭证留存备查。"
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input.TextArea rows={3} maxLength={200} showCount placeholder="如：科目设置有误，财务尚未入账" />
      </Field>
    </FormDialog>
  );
}
