import { useMutation } from "@tanstack/react-query";
import type { ArchiveCheckDto } from "@linli/contracts";
import { Alert, Button, Drawer, Flex } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { FilePicker } from "../../../components/file-picker";
import { formatMoment } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { checkArchive } from "./archives.queries";

const MAX_BYTES = 50 * 1024 * 1024;

/** 核对档案: whether a ZIP, or the list of hashes in it, is one of ours and unchanged. */
export function CheckArchive() {
  const [open, setOpen] = useState(false);
  const { mutate, data, variables, isPending, reset } = useMutation(checkArchive(useProjectId()));
  return (
    <>
      <Button onClick={() => setOpen(true)}>核对档案</Button>
      <Drawer
        title="核对档案"
        open={open}
        onClose={() => setOpen(false)}
        afterOpenChange={(shown) => !shown && reset()}
      >
        <Flex vertical gap={12}>
          <p className="desk-rule">
            选择导出的压缩包，或压缩包里的“校验清单.sha256”（压缩包超过 50 MB 时用它），与导出时登记的校验值比较。
          </p>
          <FilePicker accept=".zip,.sha256" maxBytes={MAX_BYTES} disabled={isPending} onPick={(file) => mutate(file)} />
          <div role="status">{data && variables && <Outcome file={variables.name} check={data} />}</div>
        </Flex>
      </Drawer>
    </>
  );
}

function Outcome({ file, check: { found, sha256 } }: { file: string; check: ArchiveCheckDto }) {
  if (!found)
    return (
      <Alert
        type="error"
        showIcon
        title="不是本管理区导出的原件"
        description={
          <>
            “{file}”的校验值与所有导出记录都不同：文件被改动过，或不是在这里导出的。
            <div className="figures archive-hash">SHA-256 {sha256}</div>
          </>
        }
      />
    );
  return (
    <Alert
      type="success"
      showIcon
      title="是导出的原件，没有改动"
      description={
        <>
          <Link to={found.id} style={{ textDecoration: "underline" }}>
            {found.number}
          </Link>
          ：{found.year} 年{found.complete ? "" : "（不完整）"}，{found.requestedByName}于{" "}
          {formatMoment(found.createdAt)} 导出。
          {found.sha256 === sha256 ? "" : "核对的是校验清单；各文件按清单用 sha256sum -c 核对。"}
        </>
      }
    />
  );
}
