import { useMutation } from "@tanstack/react-query";
import { UploadOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { CheckedFile, useCheckedFile } from "../../../components/checked-file";
import { DownloadButton } from "../../../components/download-button";
import { FormDialog } from "../../../components/form-dialog";
import { useProjectId } from "../../../lib/session";
import { checkMeterFile, meterTemplatePath, registerMeterFile } from "./meters.queries";

/** Registers the meters of an estate from a workbook: every row is checked, then all are registered or none (BIL-20). */
export function ImportMeters() {
  const projectId = useProjectId();
  const { message } = App.useApp();
  const chosen = useCheckedFile(checkMeterFile(projectId));
  const { mutateAsync } = useMutation(registerMeterFile(projectId));

  async function handleFinish() {
    const taken = chosen.faultless();
    if (!taken) return false;
    const { count } = await mutateAsync(taken.file);
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
      onOpenChange={(open) => open && chosen.choose(undefined)}
      onFinish={handleFinish}
    >
      <p>
        <DownloadButton path={meterTemplatePath(projectId)}>下载模板</DownloadButton>
      </p>
      <CheckedFile
        chosen={chosen}
        columns="表号、表类、房号、收费项目、位数、倍率、安装日期、起始读数、总表等"
        named={["no", "表号"]}
        faultless={() => ({ words: "，可以登记" })}
      />
    </FormDialog>
  );
}
