import { useMutation } from "@tanstack/react-query";
import type { SheetImportDto, SheetImportErrorDto } from "@linli/contracts";
import { UploadOutlined } from "@ant-design/icons";
import { Alert, Button, Modal, Table } from "antd";
import { useState } from "react";
import { FilePicker } from "../../../components/file-picker";
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
      {errors.length > 0 && (
        <Table<SheetImportErrorDto>
          size="small"
          rowKey="rowNo"
          dataSource={errors}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          scroll={{ x: "max-content" }}
          columns={[
            { key: "rowNo", title: "行号", dataIndex: "rowNo", width: 70 },
            { key: "meterNo", title: "表号", dataIndex: "meterNo" },
            { key: "message", title: "原因", dataIndex: "message" },
          ]}
        />
      )}
    </>
  );
}
