import type { ConsentEntryDto } from "@linli/contracts";
import { consentFileLabels } from "@linli/contracts/enums";
import { Button, Modal } from "antd";
import { useState } from "react";
import { Attachments } from "../../components/attachments";
import { useCan } from "../../lib/use-can";

/** The signed paper that proves an entry of the register: shown, and added by whoever keeps the register. */
export function ConsentProof({ entry, what }: { entry: ConsentEntryDto; what: string }) {
  const [isOpen, setOpen] = useState(false);
  const canWrite = useCan("customer:privacy");
  return (
    <>
      <Button type="link" size="small" aria-label={`书面材料：${what} ${entry.on}`} onClick={() => setOpen(true)}>
        书面材料
      </Button>
      <Modal
        title={`书面材料：${what}`}
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        width={640}
        destroyOnHidden
      >
        <Attachments ownerType="consent" ownerId={entry.id} kinds={consentFileLabels} canWrite={canWrite} />
      </Modal>
    </>
  );
}
