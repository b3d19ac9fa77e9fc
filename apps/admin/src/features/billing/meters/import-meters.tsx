import { useMutation } from "@tanstack/react-query";
import { UploadOutlined } from "@ant-design/icons";
import { Alert, App, Button } from "antd";
import { useState } from "react";
import { DownloadButton } from "../../../components/download-button";
import { FilePicker } from "../../../components/file-picker";
import { FormDialog } from "../../../components/form-dialog";
import { RowFaults } from "../../../components/row-faults";
import { useProjectId } from "../../../lib/session";
import { checkMeterFile, meterTemplatePath, registerMeterFile } from "./meters.queries";

const MAX_BYTES = 10 * 1024 * 1024;

/** Registers the meters of an estate from a workbook: every row is checked, then all are registered or none (BIL-20). */
export function ImportMeters() {
  const projectId = useProjectId();
  const { message } = App.useApp();
  const { mutate: check, reset, data, isPending } = useMutation(checkMeterFile(projectId));
  const { mutateAsync } = useMutation(registerMeterFile(projectId));
  const [file, setFile] = useState<File>();

  function choose(picked: File | undefined) {
    setFile(picked);
    if (picked) check(picked);
    else reset();
  }

  async function handleFinish() {
    if (!file || !data || data.faultCount > 0) {
      void message.warning(file ? "文件还有错误，改正后重新选择" : "请先选择文件");
      return false;
    }
    const { count } = await mutateAsync(file);
    void message.success(`已登记 ${count} 只表具`);
    return true;
  }

  return (
    <FormDialog
      name="import-meters"
      title="导入表具"
      width={640}
      submitText="登记"
      trigger={<Button icon={<UploadOutlined />}>导入</Button>}
      note="每行一只表，户表填房号，公共表填楼栋；有总表的填总表的表号，总表可以在同一个文件里。先检查，有一行有误就都不登记。"
      onOpenChange={(open) => open && choose(undefined)}
      onFinish={handleFinish}
    >
      <p>
        <DownloadButton path={meterTemplatePath(projectId)}>下载模板</DownloadButton>
      </p>
      <FilePicker
        accept=".xlsx,.csv"
        maxBytes={MAX_BYTES}
        hint={
          file
            ? `已选择 ${file.name}，可重新选择`
            : "列：表号、表类、房号、收费项目、位数、倍率、安装日期、起始读数、总表等"
        }
        disabled={isPending}
        onPick={choose}
      />
      {data && (
        <>
          <Alert
            style={{ margin: "12px 0" }}
            type={data.faultCount > 0 ? "error" : "success"}
            showIcon
            title={
              data.faultCount > 0
                ? `${data.rowCount} 行中有 ${data.faultCount} 行有误，改正后重新选择文件；有一行有误就都不登记`
                : `${data.rowCount} 行无误，可以登记`
            }
          />
          <RowFaults faults={data.faults} named={["no", "表号"]} />
          {data.faultCount > data.faults.length && <p>只列出前 {data.faults.length} 行。</p>}
        </>
      )}
    </FormDialog>
  );
}
