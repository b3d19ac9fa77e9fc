import { useMutation } from "@tanstack/react-query";
import type { ImportDto, ImportSummaryDto } from "@linli/contracts";
import { Alert, Button, Checkbox } from "antd";
import { useState } from "react";
import { useProjectId } from "../../lib/session";
import { commitImport } from "./imports.queries";

/** The questions the operator answers instead of correcting the file, and the commit. */
export function ImportDecisions({ batch, summary }: { batch: ImportDto; summary: ImportSummaryDto }) {
  const [taken, setTaken] = useState<readonly string[]>([]);
  const { mutate, isPending } = useMutation(commitImport(useProjectId(), batch.id));
  const { decisions, blocking } = summary;
  const open = decisions.filter(({ code }) => !taken.includes(code)).length;
  const changes = summary.expected.some(({ outcome }) => outcome === "CREATE" || outcome === "UPDATE");
  return (
    <section className="import-part" aria-label="需要您决定">
      {decisions.length > 0 && (
        <>
          <h2 className="import-title">需要您决定</h2>
          <p className="import-hint">文件里有 {blocking} 处错误。可以改好文件重新上传；或者逐条勾选，同意这样处理。</p>
          {decisions.map(({ code, question }) => (
            <Checkbox
              key={code}
              className="import-question"
              checked={taken.includes(code)}
              onChange={({ target }) =>
                setTaken(target.checked ? [...taken, code] : taken.filter((other) => other !== code))
              }
            >
              {question}
            </Checkbox>
          ))}
        </>
      )}
      {!changes && <Alert type="info" showIcon title="文件内容与系统中的资料一致，入库不会有变化。" />}
      <div className="import-commit">
        <Button
          type="primary"
          size="large"
          disabled={open > 0 || batch.status !== "CHECKED"}
          loading={isPending}
          onClick={() => mutate(decisions.map(({ code }) => code))}
        >
          入库
        </Button>
        <span className="import-hint" role="status">
          {batch.status === "FAILED"
            ? "请先重新检查"
            : open > 0
              ? `还有 ${open} 个问题没有决定`
              : "要么全部成功，要么什么都不改变；可以离开页面"}
        </span>
      </div>
    </section>
  );
}
