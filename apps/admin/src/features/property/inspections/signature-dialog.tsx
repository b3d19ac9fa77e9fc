import { useMutation } from "@tanstack/react-query";
import type { InspectionDetailDto, SignerRole } from "@linli/contracts";
import { signerRoleLabels } from "@linli/contracts/enums";
import { Button, Flex, Input, Modal } from "antd";
import { useRef, useState } from "react";
import { SignaturePad, type SignaturePadHandle } from "../../../components/signature-pad";
import { useProjectId } from "../../../lib/session";
import { signInspection } from "./inspections.queries";

/** Takes a signature by finger or mouse. */
export function SignatureDialog({
  inspection: { id, version },
  role,
  name: proposed,
}: {
  inspection: Pick<InspectionDetailDto, "id" | "version">;
  role: SignerRole;
  name: string;
}) {
  const { mutateAsync: sign, isPending } = useMutation(signInspection(useProjectId(), id));
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(proposed);
  const [isEmpty, setIsEmpty] = useState(true);
  const pad = useRef<SignaturePadHandle>(null);
  const title = `${signerRoleLabels[role]}签字`;

  async function keep() {
    const picture = await pad.current?.toPng();
    if (!picture) return;
    await sign({ role, name: name.trim(), version, picture });
    setOpen(false);
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Modal
        title={title}
        open={open}
        onCancel={() => setOpen(false)}
        destroyOnHidden
        mask={{ closable: false }}
        footer={
          <Flex gap={8} justify="end">
            <Button onClick={() => pad.current?.clear()}>重签</Button>
            <Button
              type="primary"
              loading={isPending}
              disabled={isEmpty || name.trim() === ""}
              onClick={() => void keep().catch(() => undefined)}
            >
              保存签字
            </Button>
          </Flex>
        }
      >
        <Input aria-label="签字人姓名" value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
        <SignaturePad ref={pad} label={title} onChange={setIsEmpty} />
      </Modal>
    </>
  );
}
