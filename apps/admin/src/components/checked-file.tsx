import { useMutation, type UseMutationOptions } from "@tanstack/react-query";
import { Alert, App } from "antd";
import { useState } from "react";
import { newId } from "../lib/new-id";
import { FilePicker } from "./file-picker";
import { RowFaults } from "./row-faults";

const MAX_BYTES = 10 * 1024 * 1024;

/** What the API says of a workbook before anything is booked. */
interface FileCheck {
  rowCount: number;
  faultCount: number;
  /** The first of the faults. */
  faults: { rowNo: number; message: string }[];
}

/** A workbook that is checked row by row as soon as it is chosen; only a faultless one is taken, whole. */
export function useCheckedFile<Check extends FileCheck>(check: UseMutationOptions<Check, Error, File>) {
  const { message } = App.useApp();
  const { mutate, reset, data, isPending } = useMutation(check);
  const [file, setFile] = useState<File>();
  // Chosen with the file: a retry books once.
  const [id, setId] = useState(newId);

  function choose(picked: File | undefined) {
    setFile(picked);
    setId(newId());
    if (picked) mutate(picked);
    else reset();
  }

  /** The file and the id of its booking, or undefined, said to the user, while there is none without faults. */
  function faultless() {
    if (file && data && data.faultCount === 0) return { file, id };
    void message.warning(isPending ? "正在检查文件，请稍候" : file ? "文件还有错误，改正后重新选择" : "请先选择文件");
    return undefined;
  }

  return { file, data, isPending, choose, faultless };
}

/** Where such a workbook is chosen, with what its check found. */
export function CheckedFile<Check extends FileCheck>({
  chosen: { file, data, isPending, choose },
  columns,
  named,
  faultless,
}: {
  chosen: ReturnType<typeof useCheckedFile<Check>>;
  /** What the columns hold, for who has not seen the template. */
  columns: string;
  named: readonly [key: keyof Check["faults"][number] & string, title: string];
  /** What a faultless file would book; `nothing` when it changes nothing. */
  faultless: (check: Check) => { words: string; nothing?: boolean };
}) {
  return (
    <>
      <FilePicker
        accept=".xlsx,.csv"
        maxBytes={MAX_BYTES}
        hint={file ? `已选择 ${file.name}，可重新选择` : `列：${columns}`}
        disabled={isPending}
        onPick={choose}
      />
      {data && (
        <>
          <Alert style={{ margin: "12px 0" }} showIcon {...verdict(data, faultless)} />
          <RowFaults<Check["faults"][number]> faults={data.faults} named={named} />
          {data.faultCount > data.faults.length && <p>只列出前 {data.faults.length} 行。</p>}
        </>
      )}
    </>
  );
}

function verdict<Check extends FileCheck>(
  check: Check,
  faultless: (check: Check) => { words: string; nothing?: boolean },
) {
  const { rowCount, faultCount } = check;
  if (faultCount > 0) {
    const title = `${rowCount} 行中有 ${faultCount} 行有误，改正后重新选择文件；有一行有误就都不登记`;
    return { type: "error", title } as const;
  }
  const { words, nothing } = faultless(check);
  return { type: nothing ? "info" : "success", title: `${rowCount} 行无误${words}` } as const;
}
