import { useMutation } from "@tanstack/react-query";
import type { ChargeFileCheckDto } from "@linli/contracts";
import { UploadOutlined } from "@ant-design/icons";
import { Alert, App, Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { DownloadButton } from "../../../components/download-button";
import { FilePicker } from "../../../components/file-picker";
import { FormDialog } from "../../../components/form-dialog";
import { RowFaults } from "../../../components/row-faults";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { chargeTemplatePath, checkChargeFile, recordChargeFile } from "./charge-batches.queries";

const MAX_BYTES = 10 * 1024 * 1024;

/** Brings one-off charges in from a workbook: first every row is checked, then all are charged or none (BIL-146). */
export function ImportCharges() {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const check = useMutation(checkChargeFile(projectId));
  const { mutateAsync } = useMutation(recordChargeFile(projectId));
  const [file, setFile] = useState<File>();
  // Chosen with the file: a retry charges once.
  const [id, setId] = useState(newId);

  function choose(picked: File | undefined) {
    setFile(picked);
    setId(newId());
    if (picked) check.mutate(picked);
    else check.reset();
  }

  async function handleFinish() {
    if (!file || !check.data || check.data.faultCount > 0) {
      void message.warning(file ? "文件还有错误，改正后重新选择" : "请先选择文件");
      return false;
    }
    const { batchNo, chargeCount, amountFen } = await mutateAsync({ id, file });
    void message.success(`已登记 ${chargeCount} 笔，共 ${formatFen(amountFen)} 元，批量单号 ${batchNo}`);
    await navigate(`/p/${projectId}/billing/charges?batchNo=${batchNo}`);
    return true;
  }

  return (
    <FormDialog
      name="import-charges"
      title="导入临时收费"
      width={640}
      submitText="登记"
      trigger={<Button icon={<UploadOutlined />}>导入</Button>}
      note="每行一笔，记入今天所在的月份。先检查，有一行有误就都不登记；登记后按批量单号可以找到这一批，需要时逐笔红冲。"
      onOpenChange={(open) => open && choose(undefined)}
      onFinish={handleFinish}
    >
      <p>
        <DownloadButton path={chargeTemplatePath(projectId)}>下载模板</DownloadButton>
      </p>
      <FilePicker
        accept=".xlsx,.csv"
        maxBytes={MAX_BYTES}
        hint={
          file
            ? `已选择 ${file.name}，可重新选择`
            : "列：房号、收费项目、金额（或数量和单价）、费用起、费用止、应缴日、备注/来源单号"
        }
        disabled={check.isPending}
        onPick={choose}
      />
      {check.data && <Checked check={check.data} />}
    </FormDialog>
  );
}

function Checked({ check: { rowCount, amountFen, items, faultCount, faults } }: { check: ChargeFileCheckDto }) {
  const sums = items.map((one) => `${one.feeItemName} ${one.count} 笔 ${formatFen(one.amountFen)} 元`).join("，");
  const words =
    faultCount > 0
      ? `${rowCount} 行中有 ${faultCount} 行有误，改正后重新选择文件；有一行有误就都不登记`
      : `${rowCount} 行无误，共 ${formatFen(amountFen)} 元：${sums}`;
  return (
    <>
      <Alert style={{ margin: "12px 0" }} type={faultCount > 0 ? "error" : "success"} showIcon title={words} />
      <RowFaults faults={faults} named={["roomCode", "房号"]} />
      {faultCount > faults.length && <p>只列出前 {faults.length} 行。</p>}
    </>
  );
}
