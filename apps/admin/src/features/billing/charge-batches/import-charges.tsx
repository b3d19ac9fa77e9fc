import { useMutation } from "@tanstack/react-query";
import type { ChargeFileCheckDto } from "@linli/contracts";
import { UploadOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useNavigate } from "react-router";
import { CheckedFile, useCheckedFile } from "../../../components/checked-file";
import { DownloadButton } from "../../../components/download-button";
import { FormDialog } from "../../../components/form-dialog";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { chargeTemplatePath, checkChargeFile, recordChargeFile } from "./charge-batches.queries";

/** Brings one-off charges in from a workbook: first every row is checked, then all are charged or none (BIL-146). */
export function ImportCharges() {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const chosen = useCheckedFile(checkChargeFile(projectId));
  const { mutateAsync } = useMutation(recordChargeFile(projectId));

  async function handleFinish() {
    const taken = chosen.faultless();
    if (!taken) return false;
    const { batchNo, chargeCount, amountFen } = await mutateAsync(taken);
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
      onOpenChange={(open) => open && chosen.choose(undefined)}
      onFinish={handleFinish}
    >
      <p>
        <DownloadButton path={chargeTemplatePath(projectId)}>下载模板</DownloadButton>
      </p>
      <CheckedFile
        chosen={chosen}
        columns="房号、收费项目、金额（或数量和单价）、费用起、费用止、应缴日、备注/来源单号"
        named={["roomCode", "房号"]}
        faultless={sums}
      />
    </FormDialog>
  );
}

function sums({ amountFen, items }: ChargeFileCheckDto) {
  const byItem = items.map((one) => `${one.feeItemName} ${one.count} 笔 ${formatFen(one.amountFen)} 元`).join("，");
  return { words: `，共 ${formatFen(amountFen)} 元：${byItem}` };
}
