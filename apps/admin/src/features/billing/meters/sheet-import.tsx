import { useMutation } from "@tanstack/react-query";
import type { SheetImportDto } from "@linli/contracts";
import { UploadOutlined } from "@ant-design/icons";
import { Alert, Button, Modal } from "antd";
import { useState } from "react";
import { FilePicker } from "../../../components/file-picker";
import { RowFaults } from "../../../components/row-faults";
import { useProjectId } from "../../../lib/session";
import { importSheet } from "./meters.queries";

const MAX_BYTES = 10 * 1024 * 1024;

/** Brings a filled workbook back: what was taken, and every row that was not with its reason. */
export function SheetImport({ sheetId }: { sheetId: string }) {
  const [isOpen, setOpen] = useState(false);
  const { mutate, data, isPending, reset } = useMutation(importSheet(useProjectId(), sheetId));

  function open() {
    reset();
    setOpen(true);
  }

  return (
    <>
      <Button icon={<UploadOutlined />} onClick={open}>
        导入 Excel
      </Button>
      <Modal title="导入抄表单" open={isOpen} onCancel={() => setOpen(false)} footer={null} width={640} destroyOnHidden>
        <FilePicker
          accept=".xlsx,.csv"
          maxBytes={MAX_BYTES}
          hint="先导出 Excel，填写“本次读数”后上传；留空的行不导入"
          disabled={isPending}
          onPick={(file) => mutate(file)}
        />
        {data && <Result result={data} />}
      </Modal>
    </>
  );
}

function Result({ result: { savedCount, emptyCount, errors } }: { result: SheetImportDto }) {
  const words = `登记 ${savedCount} 个读数，${emptyCount} 行为空或没有变化，${errors.length} 行有误`;
  return (
    <>
      <Alert className="sheet-result" type={errors.length > 0 ? "warning" : "success"} showIcon title={words} />
      <RowFaults faults={errors} named={["meterNo", "表号"]} />
    </>
  );
}
